/**
 * The format of a snapshot set: files, manifest, signature. What renderer and edge share; it knows
 * no database and no Spring.
 */
@NullMarked
@NamedInterface
package farol.statuspage.snapshot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
