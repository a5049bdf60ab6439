/** Forecasts as pure functions of a history. */
@NullMarked
@NamedInterface
package farol.capacity.forecast;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
