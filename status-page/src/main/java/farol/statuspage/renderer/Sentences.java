package farol.statuspage.renderer;

import farol.statuspage.component.State;
import java.util.Comparator;
import java.util.List;

/** The sentences of the band. Pure. */
final class Sentences {
  private static final int NAMED_MAX = 2;

  private Sentences() {}

  /** What is broken and how much still works, as plain text. */
  static String plain(PageModel model) {
    return trouble(model) + works(model, "", "");
  }

  /** The same with a link to the components, as markup. */
  static String linked(PageModel model) {
    return Html.escaped(trouble(model)) + works(model, "<a href=\"/#c\">", "</a>");
  }

  private static String works(PageModel model, String open, String close) {
    var all = model.components().size();
    var well = model.operational();
    if (all == 0) {
      return "No component is listed yet.";
    }
    if (well == all) {
      return all == 1
          ? "The one component works normally."
          : "%sAll %d components%s work normally.".formatted(open, all, close);
    }
    if (well == 0 && allDown(model)) {
      return "Nothing works: all %d components are down%s.".formatted(all, everywhere(model));
    }
    return "%s%d of %d components%s work normally.".formatted(open, well, all, close);
  }

  private static boolean allDown(PageModel model) {
    return model.components().stream().allMatch(view -> view.state() == State.MAJOR_OUTAGE);
  }

  private static String everywhere(PageModel model) {
    return model.components().stream().allMatch(view -> view.troubledRegions().isEmpty())
        ? " in all regions"
        : "";
  }

  private static String trouble(PageModel model) {
    var troubled =
        model.components().stream()
            .filter(view -> view.state() != State.OPERATIONAL)
            .sorted(Comparator.comparing(ComponentView::state).reversed())
            .toList();
    if (troubled.isEmpty() || allDown(model)) {
      return "";
    }
    var worst = troubled.getFirst();
    var alike =
        troubled.stream()
            .filter(view -> view.state() == worst.state())
            .filter(view -> view.troubledRegions().equals(worst.troubledRegions()))
            .limit(NAMED_MAX)
            .toList();
    return "%s %s %s%s. "
        .formatted(
            String.join(" and ", alike.stream().map(ComponentView::name).toList()),
            alike.size() == 1 ? "is" : "are",
            word(worst.state()),
            place(worst.troubledRegions()));
  }

  static String place(List<String> regions) {
    return regions.isEmpty() ? "" : " in " + String.join(" and ", regions);
  }

  private static String word(State state) {
    return switch (state) {
      case MAJOR_OUTAGE -> "down";
      case PARTIAL_OUTAGE -> "partly down";
      case DEGRADED_PERFORMANCE -> "degraded";
      case UNDER_MAINTENANCE -> "under maintenance";
      case UNKNOWN -> "unknown";
      case OPERATIONAL -> "working";
    };
  }
}
