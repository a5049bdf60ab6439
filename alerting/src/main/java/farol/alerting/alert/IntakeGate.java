package farol.alerting.alert;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The way from the doors to intake: bounds the requests that wait for their commit, repeats a
 * commit that lost a race, and tells a database that is away from news that is wrong.
 */
@Component
public class IntakeGate {
  public static final int IN_FLIGHT_MAX = 256;
  public static final int BATCH_MAX = 1_000;
  private static final int ATTEMPTS_MAX = 3;

  private final Intake intake;
  private final JdbcIntegrations integrations;
  private final MeterRegistry meters;
  private final Semaphore inFlight = new Semaphore(IN_FLIGHT_MAX);

  IntakeGate(Intake intake, JdbcIntegrations integrations, MeterRegistry meters) {
    this.intake = intake;
    this.integrations = integrations;
    this.meters = meters;
  }

  /** The integration whose key opens this door, or any door when {@code door} is null. */
  public Optional<Integration> integration(String key, @Nullable IntegrationKind door) {
    return committed(
        () -> integrations.byKey(key).filter(found -> door == null || found.opens(door)));
  }

  /**
   * Commits the news, at most {@value #BATCH_MAX} items in one transaction.
   *
   * @throws Overloaded when it cannot be committed at this moment
   */
  public List<Accepted> accept(
      Integration integration, IntegrationKind door, List<? extends News> news) {
    var accepted = new ArrayList<Accepted>();
    for (var from = 0; from < news.size(); from += BATCH_MAX) {
      var part = news.subList(from, Math.min(news.size(), from + BATCH_MAX));
      accepted.addAll(committed(() -> intake.accept(integration, door, part)));
    }
    return accepted;
  }

  /** Commits that a request arrived which carried no item. */
  public void acceptEmpty(Integration integration, IntegrationKind door, String body) {
    committed(
        () -> {
          intake.acceptEmpty(integration, door, body);
          return integration;
        });
  }

  /** Commits a change at a service; it never pages. */
  public void acceptChange(Integration integration, ChangeNews change) {
    committed(
        () -> {
          intake.acceptChange(integration, change);
          return integration;
        });
  }

  private <T> T committed(Supplier<T> work) {
    if (!inFlight.tryAcquire()) {
      throw new Overloaded("Too many requests wait for their commit", null);
    }
    try {
      return attempted(work, 1);
    } finally {
      inFlight.release();
    }
  }

  private <T> T attempted(Supplier<T> work, int attempt) {
    try {
      return work.get();
    } catch (ConcurrencyFailureException | DuplicateKeyException lost) {
      if (attempt == ATTEMPTS_MAX) {
        throw new Overloaded("The alert is contended", lost);
      }
      return attempted(work, attempt + 1);
    } catch (DataIntegrityViolationException wrong) {
      throw wrong;
    } catch (DataAccessException | TransactionException away) {
      throw new Overloaded("The database does not answer", away);
    }
  }

  /** Counts one answer of a door and how long it took. */
  public void answered(IntegrationKind door, int status, Duration took) {
    var name = door.name().toLowerCase(Locale.ROOT);
    meters
        .counter("farol.alerting.intake.total", "door", name, "answer", String.valueOf(status))
        .increment();
    meters.timer("farol.alerting.intake", "door", name).record(took);
  }
}
