/** The status page: what customers are told, and the bytes that tell them. */
@NullMarked
package farol.statuspage;

import org.jspecify.annotations.NullMarked;
