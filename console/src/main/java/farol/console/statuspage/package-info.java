/** The desk of those who speak to customers: what the page says, the posts, and the composer. */
@NullMarked
package farol.console.statuspage;

import org.jspecify.annotations.NullMarked;
