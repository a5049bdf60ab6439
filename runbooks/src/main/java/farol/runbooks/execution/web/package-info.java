/** The doors of plans, approvals, runs and platforms. */
@NullMarked
package farol.runbooks.execution.web;

import org.jspecify.annotations.NullMarked;
