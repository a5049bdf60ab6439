/** The doors of pools on the API. */
@NullMarked
package farol.capacity.pool.web;

import org.jspecify.annotations.NullMarked;
