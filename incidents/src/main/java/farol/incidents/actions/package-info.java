/** Promises made in a review: owned, due and verified. */
@NullMarked
@NamedInterface
package farol.incidents.actions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
