/** The simulated platform: its dynos by zone, its faults and its clock. */
@NullMarked
package farol.console.devcloud;

import org.jspecify.annotations.NullMarked;
