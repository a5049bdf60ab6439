/** Who is on call now, and two weeks of shifts as lanes. */
@NullMarked
package farol.console.oncall;

import org.jspecify.annotations.NullMarked;
