/** Tests of paging, on a real database, against real servers on loopback. */
@NullMarked
package farol.alerting.notify;

import org.jspecify.annotations.NullMarked;
