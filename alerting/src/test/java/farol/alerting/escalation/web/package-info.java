/** Tests of the doors of escalation. */
@NullMarked
package farol.alerting.escalation.web;

import org.jspecify.annotations.NullMarked;
