/** Teams, people, services, and the keys by which senders reach them. */
@NullMarked
package farol.console.catalog;

import org.jspecify.annotations.NullMarked;
