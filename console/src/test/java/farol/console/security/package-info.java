@NullMarked
package farol.console.security;

import org.jspecify.annotations.NullMarked;
