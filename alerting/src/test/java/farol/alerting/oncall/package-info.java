/** Tests of schedules: tables of clock changes, properties, and a slow walker to agree with. */
@NullMarked
package farol.alerting.oncall;

import org.jspecify.annotations.NullMarked;
