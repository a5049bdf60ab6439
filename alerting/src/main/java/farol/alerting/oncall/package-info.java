/** Who is on call: schedules computed as a pure function of their layers and an instant. */
@NullMarked
@NamedInterface
package farol.alerting.oncall;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
