package farol.incidents.actions.web;

import farol.alerting.door.PersonName;
import farol.incidents.actions.ActionPriority;
import farol.incidents.actions.ActionState;
import farol.incidents.actions.ActionType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An action item as its doors answer it. */
public record ActionAnswer(
    UUID id,
    UUID incidentId,
    String title,
    ActionType type,
    ActionPriority priority,
    PersonName owner,
    LocalDate due,
    String verification,
    @Nullable String tracker,
    ActionState state,
    boolean overdue,
    long version,
    @Nullable Instant completedAt,
    @Nullable String proof,
    @Nullable PersonName verifiedBy,
    @Nullable Instant verifiedAt,
    @Nullable String droppedReason) {}
