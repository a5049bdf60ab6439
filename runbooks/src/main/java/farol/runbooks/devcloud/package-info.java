/** A simulated platform that speaks the Heroku Platform API v3. */
@NullMarked
@NamedInterface
package farol.runbooks.devcloud;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
