/**
 * The first and every later start: the administrator, the demo, the encryption key, the welcome.
 */
@NullMarked
package farol.console.start;

import org.jspecify.annotations.NullMarked;
