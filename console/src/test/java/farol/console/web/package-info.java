@NullMarked
package farol.console.web;

import org.jspecify.annotations.NullMarked;
