package farol.statuspage.incident.web;

import farol.statuspage.incident.PublicIncident;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A public incident as the API answers it. {@code public} says whether customers see it. */
record IncidentAnswer(
    String id,
    long number,
    String name,
    String kind,
    String impact,
    @Nullable String status,
    @com.fasterxml.jackson.annotation.JsonProperty("public") boolean isPublic,
    Instant startedAt,
    List<String> regions,
    List<Affected> components,
    int situationVersion,
    @Nullable UUID incidentId,
    @Nullable Instant nextUpdateAt,
    Instant createdAt,
    @Nullable Instant publishedAt,
    @Nullable Instant resolvedAt,
    Instant updatedAt) {
  record Affected(String id, String state) {}

  static IncidentAnswer of(PublicIncident incident) {
    var status = incident.status();
    var internal = incident.incident();
    return new IncidentAnswer(
        incident.id(),
        incident.number(),
        incident.name(),
        incident.kind().name(),
        incident.impact().code(),
        status == null ? null : status.code(),
        incident.isPublic(),
        incident.startedAt(),
        incident.regions(),
        incident.components().stream()
            .map(affected -> new Affected(affected.id(), affected.state().code()))
            .toList(),
        incident.situationVersion(),
        internal == null ? null : internal.value(),
        incident.nextUpdateAt(),
        incident.createdAt(),
        incident.publishedAt(),
        incident.resolvedAt(),
        incident.updatedAt());
  }
}
