/** What a person sets for themselves, and what Farol says about itself. */
@NullMarked
package farol.console.settings;

import org.jspecify.annotations.NullMarked;
