/** The doors of senders, in the words of their protocols, and of alerts under {@code /api/v1}. */
@NullMarked
package farol.alerting.alert.web;

import org.jspecify.annotations.NullMarked;
