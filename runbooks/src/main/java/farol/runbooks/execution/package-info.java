/** Plans, approvals and runs: every mutation is planned, journalled, sent once and verified. */
@NullMarked
@NamedInterface
package farol.runbooks.execution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
