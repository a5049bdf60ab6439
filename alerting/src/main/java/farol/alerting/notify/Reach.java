package farol.alerting.notify;

import farol.alerting.alert.Urgency;
import farol.alerting.catalog.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides by which ways a person is reached, and after how long. */
@Component
class Reach {
  private static final String FALLBACK = "FALLBACK";

  /**
   * One way to a person.
   *
   * @param contactMethod null for the person's own mail address
   * @param rule the rule entry that asks for it, {@code HIGH#1}, or {@code FALLBACK}
   */
  record Way(
      ChannelType channel,
      @Nullable UUID contactMethod,
      String address,
      Duration after,
      String rule) {}

  private final ContactMethods methods;

  Reach(ContactMethods methods) {
    this.methods = methods;
  }

  /** The ways to a person, soonest first; empty when there is none. */
  List<Way> ways(Person person, Urgency urgency) {
    var verified =
        methods.of(person.id()).stream()
            .filter(method -> method.state() == ContactMethod.State.VERIFIED)
            .toList();
    var byRule = byRule(person, urgency, verified);
    return byRule.isEmpty() ? fallback(person, verified) : byRule;
  }

  private List<Way> byRule(Person person, Urgency urgency, List<ContactMethod> verified) {
    var ways = new ArrayList<Way>();
    var rules = methods.rules(person.id(), urgency);
    for (var index = 0; index < rules.size(); index++) {
      var rule = rules.get(index);
      var name = "%s#%d".formatted(urgency, index + 1);
      verified.stream()
          .filter(method -> method.id().equals(rule.contactMethod()))
          .forEach(method -> ways.add(way(method, Duration.ofSeconds(rule.afterSeconds()), name)));
    }
    return ways;
  }

  private static List<Way> fallback(Person person, List<ContactMethod> verified) {
    var ways = new ArrayList<Way>();
    verified.forEach(method -> ways.add(way(method, Duration.ZERO, FALLBACK)));
    if (ways.stream().noneMatch(way -> way.channel == ChannelType.EMAIL)) {
      ownMail(person).ifPresent(ways::add);
    }
    return ways;
  }

  /** The mail address of the catalog, the way that is left when there is no other. */
  static Optional<Way> ownMail(Person person) {
    return person.email().isBlank()
        ? Optional.empty()
        : Optional.of(new Way(ChannelType.EMAIL, null, person.email(), Duration.ZERO, FALLBACK));
  }

  private static Way way(ContactMethod method, Duration after, String rule) {
    return new Way(method.type(), method.id(), method.address(), after, rule);
  }
}
