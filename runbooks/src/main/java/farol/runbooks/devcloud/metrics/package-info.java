/** Traffic, latency and errors of simulated apps, and the queries that read them. */
@NullMarked
package farol.runbooks.devcloud.metrics;

import org.jspecify.annotations.NullMarked;
