@NullMarked
package farol.console.settings;

import org.jspecify.annotations.NullMarked;
