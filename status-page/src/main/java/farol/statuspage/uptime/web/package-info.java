/** The doors to uptime: stateless calculation, and the figure of one component. */
@NullMarked
package farol.statuspage.uptime.web;

import org.jspecify.annotations.NullMarked;
