/** Tests of states, tenures and what people say in an incident. */
@NullMarked
package farol.incidents.command;

import org.jspecify.annotations.NullMarked;
