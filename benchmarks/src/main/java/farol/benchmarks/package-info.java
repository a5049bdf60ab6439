/** Measurements against real peers, each in the same run; never part of the tests. */
@NullMarked
package farol.benchmarks;

import org.jspecify.annotations.NullMarked;
