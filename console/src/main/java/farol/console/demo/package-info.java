/**
 * The demo platform Caminho: believable data, seeded once on an empty database in demo mode only.
 */
@NullMarked
package farol.console.demo;

import org.jspecify.annotations.NullMarked;
