/** The doors to public incidents and their posts. */
@NullMarked
package farol.statuspage.incident.web;

import org.jspecify.annotations.NullMarked;
