package farol.statuspage.uptime.web;

import farol.alerting.door.Refusal;
import farol.statuspage.component.Claim;
import farol.statuspage.component.State;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the claims of a question; a wrong one is named by its place. */
final class ClaimsOf {
  private static final UUID NOBODY = new UUID(0, 0);

  private ClaimsOf() {}

  static List<Claim> component(int index, Question.Asked asked) {
    var ids = new HashSet<String>();
    for (var one : asked.said()) {
      if (one.id() != null) {
        ids.add(one.id());
      }
    }
    var claims = new ArrayList<Claim>();
    for (var at = 0; at < asked.said().size(); at++) {
      var place = "components[%d].claims[%d]".formatted(index, at);
      claims.add(claim(place, asked.said().get(at), ids));
    }
    return claims;
  }

  private static Claim claim(String place, Question.Claimed said, Set<String> ids) {
    var from = Question.required(place + ".from", said.from());
    if (said.to() != null && !said.to().isAfter(from)) {
      throw Refusal.invalid(place + ".to", "is not after from");
    }
    if (said.supersedes() != null && !ids.contains(said.supersedes())) {
      throw Refusal.invalid(place + ".supersedes", "names no claim: " + said.supersedes());
    }
    return new Claim(
        said.id() == null ? UUID.randomUUID() : uuid(said.id()),
        "asked",
        null,
        from,
        said.to(),
        state(place + ".state", Question.required(place + ".state", said.state())),
        Claim.Origin.IMPORT,
        said.recordedAt() == null ? Instant.MIN : said.recordedAt(),
        NOBODY,
        said.supersedes() == null ? null : uuid(said.supersedes()),
        null,
        window(place + ".window", said.window()),
        said.severity() == null ? null : state(place + ".severity", said.severity()),
        "");
  }

  private static Claim.@Nullable Window window(String place, Question.@Nullable Window said) {
    if (said == null) {
      return null;
    }
    var from = Question.required(place + ".from", said.from());
    var to = Question.required(place + ".to", said.to());
    if (!to.isAfter(from)) {
      throw Refusal.invalid(place + ".to", "is not after from");
    }
    return new Claim.Window(
        from, to, Question.required(place + ".announcedAt", said.announcedAt()));
  }

  private static State state(String place, String code) {
    try {
      return State.of(code);
    } catch (IllegalArgumentException unknown) {
      throw Refusal.invalid(place, String.valueOf(unknown.getMessage()));
    }
  }

  private static UUID uuid(String id) {
    return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
  }
}
