/** What all REST doors share: problems, limits, repeated requests, and the acting person. */
@NullMarked
package farol.console.web;

import org.jspecify.annotations.NullMarked;
