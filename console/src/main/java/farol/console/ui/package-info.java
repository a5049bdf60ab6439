/**
 * The design components every view is made of: marks, plates, heads, times, toasts, and the live
 * re-read. See README.md beside this file.
 */
@NullMarked
package farol.console.ui;

import org.jspecify.annotations.NullMarked;
