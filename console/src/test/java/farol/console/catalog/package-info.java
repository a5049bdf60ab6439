@NullMarked
package farol.console.catalog;

import org.jspecify.annotations.NullMarked;
