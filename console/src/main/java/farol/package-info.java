/** The house. Its rooms are the packages below; only the console knows them all. */
@NullMarked
package farol;

import org.jspecify.annotations.NullMarked;
