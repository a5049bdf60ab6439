/** Incidents and who commands them: states, tenures, roles, severity. */
@NullMarked
@NamedInterface
package farol.incidents.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
