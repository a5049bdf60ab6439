/** Reads what callers send to the doors of incidents into values, or says which field is wrong. */
@NullMarked
package farol.incidents.door;

import org.jspecify.annotations.NullMarked;
