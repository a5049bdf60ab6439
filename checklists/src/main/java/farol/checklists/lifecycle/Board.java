package farol.checklists.lifecycle;

import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Service;
import farol.alerting.catalog.Team;
import farol.checklists.checklist.Stage;
import farol.checklists.gate.Gate;
import farol.checklists.gate.Standing;
import farol.checklists.gate.Verdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Every service in the column of its stage. */
@org.springframework.stereotype.Service
public class Board {
  /** A service on the board. */
  public record Card(
      String slug,
      String name,
      String team,
      int tier,
      @Nullable Standing standing,
      @Nullable Instant graceUntil,
      Verdict.Score score,
      @Nullable Instant since) {}

  /** The services of one stage, by tier and name. */
  public record Column(Stage stage, List<Card> cards) {
    public Column {
      cards = List.copyOf(cards);
    }
  }

  private final JdbcLifecycles lifecycles;
  private final Gate gate;
  private final Catalog catalog;

  Board(JdbcLifecycles lifecycles, Gate gate, Catalog catalog) {
    this.lifecycles = lifecycles;
    this.gate = gate;
    this.catalog = catalog;
  }

  /** All six columns, of one team or tier where it is named. */
  @Transactional(readOnly = true)
  public List<Column> columns(@Nullable String team, @Nullable Integer tier) {
    var lifecycles = this.lifecycles.all();
    var services =
        catalog.services().stream()
            .filter(service -> team == null || teamOf(service).equals(team))
            .filter(service -> tier == null || service.tier() == tier)
            .sorted(Comparator.comparingInt(Service::tier).thenComparing(Service::name))
            .toList();
    return Arrays.stream(Stage.values())
        .map(
            stage ->
                new Column(
                    stage,
                    services.stream()
                        .filter(one -> stageOf(lifecycles.get(one.id())) == stage)
                        .map(one -> card(one, lifecycles.get(one.id())))
                        .toList()))
        .toList();
  }

  /** Where one service stands. */
  public Lifecycle of(Service service) {
    return lifecycles.find(service.id()).orElse(Lifecycle.NEW);
  }

  private Card card(Service service, @Nullable Lifecycle lifecycle) {
    var verdict = gate.verdict(service, Stage.PRODUCTION);
    return new Card(
        service.slug(),
        service.name(),
        teamOf(service),
        service.tier(),
        verdict.standing(),
        verdict.graceUntil(),
        verdict.score(),
        lifecycle == null ? null : lifecycle.since());
  }

  private String teamOf(Service service) {
    return catalog.team(service.team()).map(Team::slug).orElse("");
  }

  private static Stage stageOf(@Nullable Lifecycle lifecycle) {
    return lifecycle == null ? Stage.PROTOTYPE : lifecycle.stage();
  }
}
