/** Who acts: sign-in, sessions, API tokens, and the acting person handed to every command. */
@NullMarked
package farol.console.security;

import org.jspecify.annotations.NullMarked;
