/** The doors of the simulated platform: its API, its control plane, its metrics, its router. */
@NullMarked
package farol.runbooks.devcloud.web;

import org.jspecify.annotations.NullMarked;
