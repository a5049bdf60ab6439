package farol.runbooks.devcloud.web;

import farol.runbooks.devcloud.ApiProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Leads each request to its door. */
@Component("devcloudDoorkeeper")
class Doorkeeper {
  private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);

  private final PlatformApi api;
  private final ControlDoor control;
  private final QueryDoor queries;
  private final RouterDoor router;
  private final Keys keys;

  Doorkeeper(
      PlatformApi api, ControlDoor control, QueryDoor queries, RouterDoor router, Keys keys) {
    this.api = api;
    this.control = control;
    this.queries = queries;
    this.router = router;
    this.keys = keys;
  }

  Reply answer(Incoming incoming) {
    try {
      return lead(incoming);
    } catch (ApiProblem problem) {
      return Reply.problem(problem);
    } catch (RuntimeException failed) {
      LOG.warn("{} {} failed", incoming.method(), incoming.path(), failed);
      return Reply.error(
          503, "service_unavailable", "The simulated platform cannot answer now.", null);
    }
  }

  private Reply lead(Incoming incoming) {
    var target = RouterDoor.target(incoming);
    if (target.isPresent()) {
      return router.answer(target.get());
    }
    if (incoming.path().startsWith("/_farol/")) {
      return control.answer(incoming, keys.account(incoming.header("authorization")));
    }
    return switch (incoming.path()) {
      case "/metrics" -> {
        checkReader(incoming);
        yield queries.metrics(incoming);
      }
      case "/api/v1/query", "/api/v1/query_range" -> {
        checkReader(incoming);
        yield queries.query(incoming, incoming.path().endsWith("_range"));
      }
      default -> api.answer(incoming);
    };
  }

  /** Readers of metrics need a key only when they come from another machine. */
  private void checkReader(Incoming incoming) {
    if (!incoming.loopback()) {
      keys.account(incoming.header("authorization"));
    }
  }
}
