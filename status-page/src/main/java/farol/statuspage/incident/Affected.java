package farol.statuspage.incident;

import farol.statuspage.component.State;

/** A component and the state an incident says it is in. */
public record Affected(String id, State state) {}
