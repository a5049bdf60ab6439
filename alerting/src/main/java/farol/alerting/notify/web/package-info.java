/** The doors of notification: contact methods, rules, the ledger, and acknowledge links. */
@NullMarked
package farol.alerting.notify.web;

import org.jspecify.annotations.NullMarked;
