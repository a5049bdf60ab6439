/**
 * The shell around the views: rail, palette, shortcuts, sign-in, errors, and what the browser is
 * told.
 */
@NullMarked
package farol.console.frame;

import org.jspecify.annotations.NullMarked;
