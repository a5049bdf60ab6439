package farol.alerting.alert;

import java.util.Optional;

/** What can happen to an alert that stands. */
enum AlertAction {
  ACKNOWLEDGE,
  UNACKNOWLEDGE,
  RESOLVE,
  REOPEN;

  /** The state after this action; empty when it is illegal in {@code state}. */
  Optional<AlertState> from(AlertState state) {
    return switch (state) {
      case TRIGGERED ->
          switch (this) {
            case ACKNOWLEDGE -> Optional.of(AlertState.ACKNOWLEDGED);
            case RESOLVE -> Optional.of(AlertState.RESOLVED);
            case UNACKNOWLEDGE, REOPEN -> Optional.empty();
          };
      case ACKNOWLEDGED ->
          switch (this) {
            case ACKNOWLEDGE -> Optional.of(AlertState.ACKNOWLEDGED);
            case UNACKNOWLEDGE -> Optional.of(AlertState.TRIGGERED);
            case RESOLVE -> Optional.of(AlertState.RESOLVED);
            case REOPEN -> Optional.empty();
          };
      case RESOLVED ->
          switch (this) {
            case REOPEN -> Optional.of(AlertState.TRIGGERED);
            case ACKNOWLEDGE, UNACKNOWLEDGE, RESOLVE -> Optional.empty();
          };
    };
  }
}
