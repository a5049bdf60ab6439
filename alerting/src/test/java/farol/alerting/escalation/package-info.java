/** Tests of ladders: the plan as a pure function, the engine on a real database. */
@NullMarked
package farol.alerting.escalation;

import org.jspecify.annotations.NullMarked;
