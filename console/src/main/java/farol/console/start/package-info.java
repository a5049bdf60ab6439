/**
 * The first and every later start: the administrator, the demo, the encryption key, the welcome.
 */
@NullMarked
@NamedInterface("start")
package farol.console.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
