package farol.runbooks.execution;

import java.util.UUID;

/** Published whenever a run or one of its steps stands somewhere else, for those who watch it. */
public record RunMoved(UUID run) {}
