package farol.incidents.command.web;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Person;
import farol.alerting.door.Items;
import farol.alerting.door.PersonName;
import farol.alerting.door.Refusal;
import farol.incidents.command.Command;
import farol.incidents.command.CommandDesk;
import farol.incidents.command.Incident;
import farol.incidents.command.Incidents;
import farol.incidents.command.Offer;
import farol.incidents.command.Tenure;
import farol.incidents.door.Fields;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class CommandController {
  private final Incidents incidents;
  private final CommandDesk desk;
  private final IncidentAnswers answers;
  private final Catalog catalog;
  private final InstantSource clock;

  CommandController(
      Incidents incidents,
      CommandDesk desk,
      IncidentAnswers answers,
      Catalog catalog,
      InstantSource clock) {
    this.incidents = incidents;
    this.desk = desk;
    this.answers = answers;
    this.catalog = catalog;
    this.clock = clock;
  }

  /** One tenure. */
  record TenureAnswer(PersonName person, Instant from, @Nullable Instant until, Tenure.How how) {}

  /** An offer. */
  record OfferAnswer(
      UUID id,
      PersonName to,
      PersonName from,
      @Nullable String note,
      Instant expiresAt,
      String brief) {}

  /** Who commands and who did, oldest first. */
  record CommandAnswer(
      IncidentAnswer.@Nullable CommanderAnswer commander,
      @Nullable Instant since,
      @Nullable OfferAnswer pendingOffer,
      List<TenureAnswer> tenures) {}

  @GetMapping("/incidents/{id}/command")
  CommandAnswer command(Actor actor, @PathVariable String id) {
    return answer(incidents.get(id));
  }

  private CommandAnswer answer(Incident incident) {
    var command = desk.of(incident.id());
    return new CommandAnswer(
        answers.of(incident).commander(),
        command.open().map(Tenure::from).orElse(null),
        pending(command),
        command.tenures().stream()
            .map(
                held ->
                    new TenureAnswer(
                        answers.name(held.person()), held.from(), held.until(), held.how()))
            .toList());
  }

  private @Nullable OfferAnswer pending(Command command) {
    var now = clock.instant();
    return command
        .pendingOffer()
        .filter(offer -> now.isBefore(offer.expiresAt()))
        .map(this::answer)
        .orElse(null);
  }

  private OfferAnswer answer(Offer offer) {
    return new OfferAnswer(
        offer.id(),
        answers.name(offer.to()),
        answers.name(offer.from()),
        offer.note(),
        offer.expiresAt(),
        offer.brief());
  }

  @PostMapping("/incidents/{id}/command/acceptance")
  CommandAnswer accept(Actor actor, @PathVariable String id) {
    return answer(desk.accept(actor, incidents.get(id).id(), clock.instant()));
  }

  /** To whom command is offered. */
  record OfferBody(@Nullable String to, @Nullable String note) {}

  @PostMapping("/incidents/{id}/command/offers")
  ResponseEntity<OfferAnswer> offer(
      Actor actor, @PathVariable String id, @RequestBody OfferBody body) {
    var incident = incidents.get(id);
    var to = Fields.person("to", body.to(), catalog);
    var note = Fields.optional("note", body.note(), Offer.NOTE_MAX);
    var offer = desk.offer(actor, incident.id(), to.id(), note, clock.instant());
    var at = "/api/v1/incidents/%s/command/offers/%s".formatted(incident.id().value(), offer.id());
    return ResponseEntity.created(URI.create(at)).body(answer(offer));
  }

  @PostMapping("/incidents/{id}/command/offers/{offer}/acceptance")
  CommandAnswer acceptOffer(Actor actor, @PathVariable String id, @PathVariable UUID offer) {
    return answer(desk.acceptOffer(actor, incidents.get(id).id(), offer, clock.instant()));
  }

  /** Why an offer is refused. */
  record RefusalBody(@Nullable String reason) {}

  @PostMapping("/incidents/{id}/command/offers/{offer}/refusal")
  CommandAnswer refuseOffer(
      Actor actor,
      @PathVariable String id,
      @PathVariable UUID offer,
      @RequestBody(required = false) @Nullable RefusalBody body) {
    var reason =
        body == null ? null : Fields.optional("reason", body.reason(), Incident.REASON_MAX);
    return answer(desk.refuseOffer(actor, incidents.get(id).id(), offer, reason, clock.instant()));
  }

  @PostMapping("/incidents/{id}/command/offers/{offer}/withdrawal")
  CommandAnswer withdrawOffer(Actor actor, @PathVariable String id, @PathVariable UUID offer) {
    return answer(desk.withdrawOffer(actor, incidents.get(id).id(), offer, clock.instant()));
  }

  @PostMapping({"/incidents/{id}/command/takeover", "/incidents/{id}/command/check"})
  CommandAnswer takeOver(Actor actor, @PathVariable String id) {
    incidents.get(id);
    throw Refusal.notBuilt("Taking over command from somebody who does not answer");
  }

  /** Somebody on the bench of commanders. */
  record BenchAnswer(
      PersonName person, String status, @Nullable Instant lastDrillAt, String zone) {}

  @GetMapping("/commanders")
  Items<BenchAnswer> bench(Actor actor) {
    return Items.all(
        catalog.people().stream()
            .filter(CommandDesk::onBench)
            .map(CommandController::bench)
            .toList());
  }

  private static BenchAnswer bench(Person person) {
    return new BenchAnswer(PersonName.of(person), "TRAINED", null, person.zone().getId());
  }
}
