package farol.runbooks.devcloud.web;

import farol.runbooks.devcloud.Account;
import farol.runbooks.devcloud.ApiProblem;
import farol.runbooks.devcloud.Cloud;
import farol.runbooks.devcloud.Control;
import farol.runbooks.devcloud.Fault;
import farol.runbooks.devcloud.FaultKind;
import farol.runbooks.devcloud.Journal;
import farol.runbooks.devcloud.LoggedRequest;
import farol.runbooks.devcloud.Pool;
import farol.runbooks.devcloud.Region;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The Platform API: checks a request, lets faults hit it, and answers it in one transaction with
 * its effect and its row in the log. The answer leaves after the commit.
 */
@Component("devcloudPlatformApi")
class PlatformApi {
  private static final Pattern ACCEPT =
      Pattern.compile("application/vnd\\.heroku\\+json\\s*;\\s*version=3.*");
  private static final int HEADER_MAX = 300;
  private static final int PATH_MAX = 500;

  private final List<Route> routes;
  private final Keys keys;
  private final Pool pool;
  private final Control control;
  private final Cloud cloud;
  private final Journal journal;
  private final DevcloudMeters meters;
  private final TransactionTemplate transaction;

  PlatformApi(
      List<Door> doors,
      Keys keys,
      Pool pool,
      Control control,
      Cloud cloud,
      Journal journal,
      DevcloudMeters meters,
      PlatformTransactionManager transactions) {
    this.routes = doors.stream().flatMap(door -> door.routes().stream()).toList();
    this.keys = keys;
    this.pool = pool;
    this.control = control;
    this.cloud = cloud;
    this.journal = journal;
    this.meters = meters;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** One request on its way. */
  private record Passage(
      Incoming incoming, UUID id, Instant now, long startedNanos, String route) {}

  Reply answer(Incoming incoming) {
    var route = routes.stream().filter(one -> fits(one, incoming)).findFirst();
    var passage =
        new Passage(
            incoming,
            UUID.randomUUID(),
            cloud.now(),
            System.nanoTime(),
            route.map(Route::pattern).orElse("other"));
    var reply = answer(passage, route).with("Request-Id", passage.id().toString());
    meters.request(passage.route(), reply.lost() ? 0 : reply.status(), passage.startedNanos());
    return reply;
  }

  private static boolean fits(Route route, Incoming incoming) {
    return route.method().equals(incoming.method()) && route.fit(incoming.path()).isPresent();
  }

  private Reply answer(Passage passage, Optional<Route> route) {
    var account = Account.of("nobody@devcloud.example", false);
    try {
      if (cloud.weather().regionDown(Region.US, passage.now())) {
        throw new ApiProblem(
            503, "service_unavailable", "The API is not available: region us is lost.", null);
      }
      checkAccept(passage.incoming().header("accept"));
      account = keys.account(passage.incoming().header("authorization"));
      return charged(passage, account, route);
    } catch (ApiProblem problem) {
      var reply = Reply.problem(problem);
      log(passage, account, reply.status(), null);
      return reply;
    }
  }

  private static void checkAccept(@Nullable String accept) {
    if (accept == null || !ACCEPT.matcher(accept.strip()).matches()) {
      throw new ApiProblem(
          406,
          "not_acceptable",
          "Accept must begin with application/vnd.heroku+json; version=3.",
          null);
    }
  }

  private Reply charged(Passage passage, Account account, Optional<Route> route) {
    if (passage.incoming().path().equals("/account/rate-limits")) {
      return logged(passage, account, Reply.json(200, Map.of("remaining", pool.left(account))));
    }
    var left = pool.take(account);
    if (left < 0) {
      return logged(passage, account, rateLimited());
    }
    var fault =
        control.hit(
            passage.id(),
            passage.incoming().method(),
            passage.incoming().path(),
            app(passage.incoming().path()),
            account,
            passage.now());
    return hit(passage, account, route, fault.orElse(null))
        .with("RateLimit-Remaining", String.valueOf(left))
        .with("RateLimit-Multiplier", "1");
  }

  private farol.runbooks.devcloud.@Nullable CloudApp app(String path) {
    var segments = path.split("/", -1);
    if (segments.length < 3 || !segments[1].equals("apps")) {
      return null;
    }
    try {
      return cloud.app(segments[2]);
    } catch (ApiProblem _) {
      return null;
    }
  }

  private Reply hit(
      Passage passage, Account account, Optional<Route> route, @Nullable Fault fault) {
    if (fault == null) {
      return act(passage, account, route, null);
    }
    return switch (fault.kind()) {
      case LATENCY -> {
        pause(fault.latency());
        yield act(passage, account, route, fault);
      }
      case LOST_RESPONSE -> act(passage, account, route, fault).losing();
      case DROP_REQUEST -> {
        log(passage, account, null, fault);
        yield Reply.closed();
      }
      case STATUS -> {
        log(passage, account, fault.status(), fault);
        yield Reply.error(fault.status(), fault.errorId(), "A fault answers this.", null);
      }
      case RATE_LIMIT -> {
        log(passage, account, 429, fault);
        yield rateLimited();
      }
      case CRASH, SLOW_BOOT, ZONE_LOSS, REGION_LOSS -> act(passage, account, route, null);
    };
  }

  private static void pause(Duration wanted) {
    var end = System.nanoTime() + wanted.toNanos();
    for (var left = wanted.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static Reply rateLimited() {
    return Reply.error(
            429, "rate_limit", "Your account reached the API rate limit. Wait a minute.", null)
        .with("Retry-After", "60");
  }

  /** Acts and logs in one transaction; what is refused leaves only its row in the log. */
  private Reply act(
      Passage passage, Account account, Optional<Route> route, @Nullable Fault fault) {
    try {
      var reply =
          transaction.execute(
              _ -> {
                var answered = ETags.tag(passage.incoming(), dispatch(passage, account, route));
                log(passage, account, answered.status(), fault);
                return answered;
              });
      return java.util.Objects.requireNonNull(reply);
    } catch (ApiProblem problem) {
      log(passage, account, problem.status(), fault);
      return Reply.problem(problem);
    }
  }

  private Reply dispatch(Passage passage, Account account, Optional<Route> route) {
    var incoming = passage.incoming();
    if (route.isEmpty()) {
      throw unrouted(incoming);
    }
    var parameters = route.get().fit(incoming.path()).orElse(Map.of());
    return route
        .get()
        .answerer()
        .answer(new Call(incoming, account, passage.id(), passage.now(), parameters));
  }

  private ApiProblem unrouted(Incoming incoming) {
    var known = routes.stream().anyMatch(route -> route.fit(incoming.path()).isPresent());
    return known
        ? new ApiProblem(
            405,
            "method_not_allowed",
            "%s is not possible here.".formatted(incoming.method()),
            null)
        : new ApiProblem(404, "not_found", "The requested API endpoint was not found.", null);
  }

  private Reply logged(Passage passage, Account account, Reply reply) {
    log(passage, account, reply.status(), null);
    return reply;
  }

  private void log(
      Passage passage, Account account, @Nullable Integer status, @Nullable Fault fault) {
    var incoming = passage.incoming();
    var sent = fault != null && fault.kind() == FaultKind.LOST_RESPONSE ? null : status;
    journal.request(
        new LoggedRequest(
            0,
            passage.now(),
            passage.id(),
            cut(incoming.header("request-id"), HEADER_MAX),
            account.email(),
            incoming.method(),
            String.valueOf(cut(incoming.path(), PATH_MAX)),
            sent,
            appOf(incoming.path()),
            !incoming.method().equals("GET"),
            null,
            fault == null ? null : fault.id(),
            Duration.ofNanos(System.nanoTime() - passage.startedNanos()).toMillis(),
            cut(incoming.header("user-agent"), HEADER_MAX)));
  }

  private @Nullable String appOf(String path) {
    var app = app(path);
    return app == null ? null : app.name();
  }

  private static @Nullable String cut(@Nullable String text, int length) {
    return text == null || text.length() <= length ? text : text.substring(0, length);
  }
}
