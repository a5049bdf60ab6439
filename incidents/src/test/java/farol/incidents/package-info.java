/** The house as the tests of incidents furnish it: real database, fakes for the other rooms. */
@NullMarked
package farol.incidents;

import org.jspecify.annotations.NullMarked;
