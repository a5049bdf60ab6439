package farol.incidents.command;

import static org.assertj.core.api.Assertions.assertThat;

import farol.alerting.catalog.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever people do, in whatever order: command is gapless and held by one person at a time. */
class CommandMachineTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  /** The first two are trained. */
  private static final List<PersonId> PEOPLE =
      List.of(PersonId.random(), PersonId.random(), PersonId.random(), PersonId.random());

  /** One thing somebody does, so many seconds after the last; the clock may also go back. */
  record Act(Kind kind, int person, int other, int seconds) {}

  enum Kind {
    ACCEPT,
    OFFER,
    ACCEPT_OFFER,
    REFUSE_OFFER,
    WITHDRAW_OFFER,
    EXPIRE_OFFER,
    END,
    REOPEN
  }

  @Provide
  Arbitrary<List<Act>> acts() {
    var act =
        Combinators.combine(
                Arbitraries.of(Kind.values()),
                Arbitraries.integers().between(0, PEOPLE.size() - 1),
                Arbitraries.integers().between(0, PEOPLE.size() - 1),
                Arbitraries.integers().between(-5, 400))
            .as(Act::new);
    return act.list().ofMaxSize(40);
  }

  @Property(tries = 10_000)
  void tenuresTouchAndNeverOverlap(@ForAll("acts") List<Act> acts) {
    var command = Command.NOBODY;
    var now = START;
    var ended = false;
    var everHeld = false;

    for (var act : acts) {
      now = now.plusSeconds(act.seconds());
      var before = command;
      if (act.kind() == Kind.END && before.open().isPresent()) {
        command = before.ended(before.notBefore(now));
        ended = true;
      } else if (act.kind() == Kind.REOPEN && ended) {
        command = before.reopened(PEOPLE.get(act.person()), before.notBefore(now));
        ended = false;
      } else if (!ended) {
        command = after(before, act, now);
      }
      everHeld = everHeld || command.open().isPresent();

      holdsTogether(command);
      assertThat(command.open().isPresent()).isEqualTo(everHeld && !ended);
      offersChangeNothing(act.kind(), before, command);
    }
  }

  private static Command after(Command command, Act act, Instant now) {
    var person = PEOPLE.get(act.person());
    var at = command.notBefore(now);
    var offer = Optional.ofNullable(command.offer()).map(Offer::id).orElseGet(UUID::randomUUID);
    var outcome =
        switch (act.kind()) {
          case ACCEPT ->
              command.accept(
                  person,
                  trained(person),
                  command.holder().filter(CommandMachineTest::trained).isPresent(),
                  at);
          case OFFER -> command.propose(Offer.of(person, PEOPLE.get(act.other()), null, "", now));
          case ACCEPT_OFFER -> command.acceptOffer(offer, person, at);
          case REFUSE_OFFER -> command.refuseOffer(offer, person, now);
          case WITHDRAW_OFFER ->
              command.withdrawOffer(offer, command.holder().equals(Optional.of(person)), now);
          case EXPIRE_OFFER -> command.expireOffer(now);
          case END, REOPEN -> new Command.Outcome.Unchanged();
        };
    return switch (outcome) {
      case Command.Outcome.Changed(var next) -> next;
      case Command.Outcome.Unchanged(), Command.Outcome.Refused(_) -> command;
    };
  }

  private static boolean trained(PersonId person) {
    return PEOPLE.indexOf(person) < 2;
  }

  private static void holdsTogether(Command command) {
    var tenures = command.tenures();
    for (var at = 0; at < tenures.size(); at++) {
      var tenure = tenures.get(at);
      var last = at == tenures.size() - 1;
      assertThat(tenure.open()).as("only the last may be open").isIn(false, last);
      if (!last) {
        var next = tenures.get(at + 1);
        assertThat(tenure.until()).isBeforeOrEqualTo(next.from());
        if (next.how() != Tenure.How.REOPENED) {
          assertThat(tenure.until()).isEqualTo(next.from());
        }
      }
    }
    assertThat(command.pendingOffer().filter(_ -> command.open().isEmpty())).isEmpty();
  }

  private static void offersChangeNothing(Kind kind, Command before, Command after) {
    if (kind == Kind.OFFER || kind == Kind.REFUSE_OFFER || kind == Kind.EXPIRE_OFFER) {
      assertThat(after.tenures()).isEqualTo(before.tenures());
    }
    if (after.offer() != null) {
      assertThat(Duration.between(after.offer().offeredAt(), after.offer().expiresAt()))
          .isEqualTo(Offer.EXPIRY);
    }
  }
}
