package farol.incidents.retrospective;

/** Where a retrospective stands: one vocabulary for everybody. */
public enum RetrospectiveState {
  DRAFT,
  IN_REVIEW,
  REVIEWED,
  CLOSED
}
