/**
 * The shared words of the house: people, teams, services, and the acting person. Every room may use
 * them.
 */
@NullMarked
@NamedInterface
package farol.alerting.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
