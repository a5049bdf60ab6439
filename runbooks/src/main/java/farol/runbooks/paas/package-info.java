/** The port to a platform as a service, and its adapter for the Heroku Platform API. */
@NullMarked
@NamedInterface
package farol.runbooks.paas;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
