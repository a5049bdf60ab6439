@NullMarked
package farol.console.ui;

import org.jspecify.annotations.NullMarked;
