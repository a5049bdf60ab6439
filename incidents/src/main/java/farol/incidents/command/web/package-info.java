/** The doors of incidents and their command. */
@NullMarked
package farol.incidents.command.web;

import org.jspecify.annotations.NullMarked;
