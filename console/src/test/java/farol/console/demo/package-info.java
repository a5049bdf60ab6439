@NullMarked
package farol.console.demo;

import org.jspecify.annotations.NullMarked;
