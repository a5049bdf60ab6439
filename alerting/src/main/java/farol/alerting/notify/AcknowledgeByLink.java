package farol.alerting.notify;

import farol.alerting.alert.AlertGroup;
import farol.alerting.alert.AlertGroups;
import farol.alerting.alert.AlertState;
import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Person;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the link of a page shows, and the one acknowledgement it is good for. */
@Service
public class AcknowledgeByLink {
  /** What a link leads to. */
  public sealed interface Outcome {
    /** Not one of ours. */
    record Unknown() implements Outcome {}

    /** Genuine, and older than a day. */
    record Expired() implements Outcome {}

    /** Nobody has it yet and the link is unused: the button may be shown. */
    record Open(AlertGroup group, Person person) implements Outcome {}

    /**
     * What stands, whoever brought it about.
     *
     * @param holder who acknowledged, if anybody did
     * @param byThisPress whether it was this press
     */
    record Stands(AlertGroup group, Optional<Person> holder, boolean byThisPress)
        implements Outcome {}
  }

  private final AcknowledgeLinks links;
  private final Ledger ledger;
  private final AlertGroups groups;
  private final Catalog catalog;
  private final InstantSource clock;

  AcknowledgeByLink(
      AcknowledgeLinks links,
      Ledger ledger,
      AlertGroups groups,
      Catalog catalog,
      InstantSource clock) {
    this.links = links;
    this.ledger = ledger;
    this.groups = groups;
    this.catalog = catalog;
    this.clock = clock;
  }

  /** Looks without changing anything: mail scanners follow links. */
  public Outcome look(String token) {
    return switch (links.read(token, clock.instant())) {
      case AcknowledgeLinks.Verdict.Forged() -> new Outcome.Unknown();
      case AcknowledgeLinks.Verdict.Expired(_) -> new Outcome.Expired();
      case AcknowledgeLinks.Verdict.Genuine(var link) -> look(link);
    };
  }

  private Outcome look(AcknowledgeLinks.Link link) {
    var group = groups.group(link.group());
    var person = catalog.person(link.person());
    if (group.isEmpty() || person.isEmpty()) {
      return new Outcome.Unknown();
    }
    return group.get().state() == AlertState.TRIGGERED && !ledger.isLinkUsed(link.page())
        ? new Outcome.Open(group.get(), person.get())
        : stands(group.get(), false);
  }

  /** Acknowledges as the person of the link, once; after that says what stands. */
  @Transactional
  public Outcome press(String token, String from) {
    var now = clock.instant();
    return switch (links.read(token, now)) {
      case AcknowledgeLinks.Verdict.Forged() -> new Outcome.Unknown();
      case AcknowledgeLinks.Verdict.Expired(_) -> new Outcome.Expired();
      case AcknowledgeLinks.Verdict.Genuine(var link) -> press(link, from);
    };
  }

  private Outcome press(AcknowledgeLinks.Link link, String from) {
    var now = clock.instant();
    return switch (look(link)) {
      case Outcome.Open(_, var person) -> {
        var actor = new Actor(person, Actor.Via.LINK, null, from);
        var group = groups.acknowledge(link.group(), actor, now);
        yield stands(group, ledger.useLink(link.page(), now));
      }
      case Outcome.Unknown unknown -> unknown;
      case Outcome.Expired expired -> expired;
      case Outcome.Stands stands -> stands;
    };
  }

  private Outcome stands(AlertGroup group, boolean byThisPress) {
    var holder = Optional.ofNullable(group.acknowledgedBy()).flatMap(catalog::person);
    return new Outcome.Stands(group, holder, byThisPress);
  }
}
