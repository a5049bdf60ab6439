package farol.runbooks.devcloud.web;

import farol.runbooks.devcloud.ApiProblem;
import farol.runbooks.devcloud.Cloud;
import farol.runbooks.devcloud.CloudApp;
import farol.runbooks.devcloud.Hash;
import farol.runbooks.devcloud.metrics.Checkpoints;
import farol.runbooks.devcloud.metrics.Reading;
import farol.runbooks.devcloud.metrics.RouterError;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The simulated router: answers for apps, or says why they do not. */
@Component("devcloudRouterDoor")
class RouterDoor {
  static final String PREFIX = "/_apps/";
  static final String HOSTS = ".herokuapp.com";

  private static final String HTML = "text/html;charset=utf-8";
  private static final int SUFFIX_LENGTH = 13;

  private final Cloud cloud;
  private final Checkpoints checkpoints;

  RouterDoor(Cloud cloud, Checkpoints checkpoints) {
    this.cloud = cloud;
    this.checkpoints = checkpoints;
  }

  /** The app that a request is for, by its path or its host; empty when it is for none. */
  static Optional<String> target(Incoming incoming) {
    if (incoming.path().startsWith(PREFIX)) {
      return Optional.of(incoming.path().substring(PREFIX.length()).split("/", -1)[0]);
    }
    var host = incoming.header("host");
    var name = host == null ? "" : host.split(":", -1)[0];
    return name.endsWith(HOSTS)
        ? Optional.of(name.substring(0, name.length() - HOSTS.length()))
        : Optional.empty();
  }

  Reply answer(String target) {
    var found = find(target);
    if (found.isEmpty()) {
      return page(404, "No such app", "There is nothing here.");
    }
    var app = found.get();
    var snapshot = cloud.snapshot(List.of(app.name()));
    var luck = Hash.unit(UUID.randomUUID().getMostSignificantBits());
    return new Reading(snapshot, checkpoints)
        .app(app.name())
        .errorAt(snapshot.now(), luck)
        .map(RouterDoor::failed)
        .orElseGet(() -> page(200, app.name(), app.name() + " answers."));
  }

  /** The app by its name, with or without the digits that its address carries. */
  private Optional<CloudApp> find(String target) {
    try {
      return Optional.of(cloud.app(target));
    } catch (ApiProblem _) {
      var cut = target.length() - SUFFIX_LENGTH;
      return cut <= 0 || target.charAt(cut) != '-'
          ? Optional.empty()
          : cloud.apps().stream()
              .filter(app -> (app.name() + "-" + app.suffix()).equals(target))
              .findFirst();
    }
  }

  private static Reply failed(RouterError error) {
    return page(503, "Application error", error.name() + ": " + error.words())
        .with("Heroku-Error", error.name());
  }

  private static Reply page(int status, String title, String text) {
    return Reply.text(
        status,
        HTML,
        "<!doctype html><html lang=\"en\"><title>%s</title><p>%s</p></html>\n"
            .formatted(title, text));
  }
}
