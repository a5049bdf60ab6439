package farol.incidents.timeline;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.Role;
import farol.alerting.door.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The append-only timeline of an incident. Writing joins the caller's transaction, if any. */
@Service
public class Timeline {
  /** Beyond this many rows only the house itself still writes. */
  public static final int ROWS_MAX = 20_000;

  /** How far a claimed instant may lie from the declaration. */
  public static final Duration CLAIM_MAX = Duration.ofDays(30);

  private final JdbcRows rows;
  private final MeterRegistry metrics;
  private final ApplicationEventPublisher events;

  Timeline(JdbcRows rows, MeterRegistry metrics, ApplicationEventPublisher events) {
    this.rows = rows;
    this.metrics = metrics;
    this.events = events;
  }

  /** Writes what a person types; whoever responds may. */
  @Transactional
  public Row write(Actor actor, NewRow row, Instant now) {
    actor.mustBe(Role.RESPONDER);
    return append(row, now).orElseThrow();
  }

  /** Writes the row; empty when a row with its event key stands already. */
  @Transactional
  public Optional<Row> append(NewRow row, Instant now) {
    var last = rows.lock(row.incident());
    if (row.eventKey() != null && rows.hasExactly(row.incident(), row.eventKey())) {
      return Optional.empty();
    }
    if (last >= ROWS_MAX && row.source() == RowSource.HUMAN) {
      throw Refusal.conflict(
          "timeline-full", "This timeline holds %,d rows, the most it can".formatted(ROWS_MAX));
    }
    var written = numbered(row, last + 1, now);
    rows.insert(row.incident(), row.eventKey(), written);
    metrics.counter("farol.incident.timeline.rows", "source", row.source().name()).increment();
    events.publishEvent(
        new RowWritten(row.incident(), written.id(), written.sequence(), written.source()));
    return Optional.of(written);
  }

  private Row numbered(NewRow row, long sequence, Instant now) {
    var curated = row.firstOf() == null ? row.curated() : !rows.has(row.incident(), row.firstOf());
    var visibility = curated ? Visibility.RETRO : Visibility.INTERNAL;
    return new Row(
        UUID.randomUUID(),
        sequence,
        row.occurredAt().truncatedTo(ChronoUnit.MICROS),
        now.truncatedTo(ChronoUnit.MICROS),
        row.precision(),
        row.source(),
        row.actor(),
        row.onBehalfOf(),
        row.text(),
        row.links(),
        row.payload(),
        curated,
        row.visibility() == null ? visibility : row.visibility(),
        null,
        null,
        false,
        null);
  }

  @Transactional(readOnly = true)
  public List<Row> rows(IncidentId incident, TimelineQuery query) {
    return rows.effective(incident, query);
  }

  @Transactional(readOnly = true)
  public Optional<Row> row(IncidentId incident, UUID id) {
    return rows.find(incident, id);
  }

  /** How many rows stand, all of them or the curated ones. */
  @Transactional(readOnly = true)
  public int count(IncidentId incident, boolean curatedOnly) {
    return rows.count(incident, curatedOnly);
  }
}
