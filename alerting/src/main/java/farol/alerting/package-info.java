/** Alerting: who is on call, what is firing, who is paged. The first room; it names no other. */
@NullMarked
package farol.alerting;

import org.jspecify.annotations.NullMarked;
