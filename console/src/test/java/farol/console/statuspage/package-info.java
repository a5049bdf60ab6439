/** The status page through its doors and views. */
@NullMarked
package farol.console.statuspage;

import org.jspecify.annotations.NullMarked;
