@NullMarked
package farol.console.oncall;

import org.jspecify.annotations.NullMarked;
