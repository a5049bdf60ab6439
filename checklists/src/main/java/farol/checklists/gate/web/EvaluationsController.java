package farol.checklists.gate.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Role;
import farol.alerting.door.Items;
import farol.alerting.door.Refusal;
import farol.checklists.checklist.Fields;
import farol.checklists.gate.Evaluation;
import farol.checklists.gate.GateBody;
import farol.checklists.gate.Verdict;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The gate without a memory: facts in, verdicts out; nothing is read or stored. */
@RestController
class EvaluationsController {
  private static final int EVALUATIONS_MAX = 100;

  /** A gate body with the standing of a live service beside it. */
  record Evaluated(
      @JsonUnwrapped GateBody gate, @Nullable String standing, @Nullable Instant graceUntil) {
    static Evaluated of(Verdict verdict) {
      var standing = verdict.standing();
      return new Evaluated(
          GateBody.of(verdict, true),
          standing == null ? null : standing.word(),
          verdict.graceUntil());
    }
  }

  @PostMapping("/api/v1/gate-evaluations")
  Items<Evaluated> evaluate(Actor actor, @RequestBody Map<String, Object> body) {
    actor.mustBe(Role.VIEWER);
    var request = Fields.of(body, "");
    var count = request.values("evaluations").size();
    if (count < 1 || count > EVALUATIONS_MAX) {
      throw Refusal.invalid("evaluations", "are 1 to 100, not " + count);
    }
    var facts = request.list("evaluations", FactsReader::read);
    return Items.all(
        facts.stream()
            .map(one -> Evaluated.of(Evaluation.evaluate(one.facts(), one.now())))
            .toList());
  }
}
