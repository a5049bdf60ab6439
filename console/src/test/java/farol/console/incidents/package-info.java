/** Tests of the screens and doors of incidents in the whole house. */
@NullMarked
package farol.console.incidents;

import org.jspecify.annotations.NullMarked;
