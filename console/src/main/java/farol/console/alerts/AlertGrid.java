package farol.console.alerts;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import farol.alerting.alert.AlertId;
import farol.console.ui.ListKeys;
import farol.console.ui.Times;
import farol.console.ui.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The dense list of alerts: one row of 36 px each, cells drawn in the browser. */
class AlertGrid extends Grid<AlertRow> {
  private final transient Times times;
  private final Map<AlertId, AlertRow> last = new HashMap<>();
  private transient Set<AlertId> changed = Set.of();

  AlertGrid(Times times, Consumer<AlertRow> open, Consumer<AlertRow> acknowledge) {
    this.times = times;
    addClassNames("f-grid", "f-desk");
    addThemeVariants(GridVariant.NO_BORDER);
    addColumns(acknowledge);
    setPartNameGenerator(this::part);
    ListKeys.on(this, open);
  }

  /** Replaces the rows, keeps the selection, and marks what changed since the last time. */
  void show(List<AlertRow> rows) {
    var selected = asSingleSelect().getOptionalValue().map(AlertRow::id);
    changed =
        rows.stream()
            .filter(row -> !last.isEmpty() && !row.equals(last.get(row.id())))
            .map(AlertRow::id)
            .collect(Collectors.toSet());
    last.clear();
    rows.forEach(row -> last.put(row.id(), row));
    setItems(rows);
    selected.map(last::get).ifPresent(this::select);
  }

  private void addColumns(Consumer<AlertRow> acknowledge) {
    addColumn(state()).setHeader("State").setWidth("150px").setFlexGrow(0);
    addColumn(severity()).setHeader("Severity").setWidth("84px").setFlexGrow(0);
    addColumn(summary()).setHeader("Summary").setFlexGrow(1);
    addColumn(AlertRow::service).setHeader("Service").setWidth("120px").setFlexGrow(0);
    addColumn(who()).setHeader("Who has it").setWidth("112px").setFlexGrow(0);
    addColumn(age())
        .setHeader("Age")
        .setWidth("96px")
        .setFlexGrow(0)
        .setTextAlign(ColumnTextAlign.END);
    addColumn(next(acknowledge))
        .setHeader("Next hand-up")
        .setWidth("260px")
        .setFlexGrow(0)
        .setTextAlign(ColumnTextAlign.END);
  }

  private static LitRenderer<AlertRow> state() {
    return LitRenderer.<AlertRow>of(
            """
            <span class="f-state" data-tone="${item.tone}"><span class="f-mark"
              data-tone="${item.tone}" data-mark="${item.mark}"></span>${item.word}</span>
            """)
        .withProperty("tone", row -> AlertStates.tone(row.state()).cssName())
        .withProperty("mark", row -> AlertStates.mark(row.state()).cssName())
        .withProperty("word", row -> Words.title(row.state()));
  }

  private static LitRenderer<AlertRow> severity() {
    return LitRenderer.<AlertRow>of(
            "<span class=\"f-sender\" data-sev=\"${item.severity}\">${item.severity}</span>")
        .withProperty("severity", row -> Words.lower(row.severity()));
  }

  private static LitRenderer<AlertRow> summary() {
    return LitRenderer.<AlertRow>of(
            """
            <div class="f-summary" ?data-loud="${item.burns}" ?data-quiet="${item.over}">
              <span class="f-id">#${item.number}</span>
              <span class="f-clip" title="${item.summary}">${item.summary}</span>
              <span class="f-part" ?hidden="${item.size < 2}">alerts <b>${item.size}</b></span>
            </div>
            """)
        .withProperty("burns", AlertRow::burns)
        .withProperty("over", row -> row.resolvedAt() != null)
        .withProperty("number", row -> Long.toString(row.number()))
        .withProperty("summary", AlertRow::summary)
        .withProperty("size", AlertRow::size);
  }

  private static LitRenderer<AlertRow> who() {
    return LitRenderer.<AlertRow>of(
            "<span class=\"f-who\" data-empty=\"${item.empty}\">${item.who}</span>")
        .withProperty("empty", row -> row.who() == null ? "yes" : "no")
        .withProperty("who", row -> Sentences.whoHas(row));
  }

  private LitRenderer<AlertRow> age() {
    return LitRenderer.<AlertRow>of(
            """
            <span class="f-num" data-since="${item.since}" title="${item.utc}"></span>
            """)
        .withProperty("since", row -> Long.toString(row.acceptedAt().toEpochMilli()))
        .withProperty("utc", row -> Times.utc(row.acceptedAt()));
  }

  private LitRenderer<AlertRow> next(Consumer<AlertRow> acknowledge) {
    return LitRenderer.<AlertRow>of(
            """
            <span class="f-next"><span class="f-3">${item.words}</span>
              <span class="f-num" data-tone="red" data-due="${item.due}"></span>
              <vaadin-button theme="small" ?hidden="${!item.burns}" tabindex="-1"
                @click="${event => { event.stopPropagation(); acknowledge(); }}"
                >Acknowledge</vaadin-button></span>
            """)
        .withProperty("burns", AlertRow::burns)
        .withProperty("words", row -> Sentences.next(row, times))
        .withProperty(
            "due", row -> row.nextAt() == null ? "" : Long.toString(row.nextAt().toEpochMilli()))
        .withFunction("acknowledge", acknowledge::accept);
  }

  private @org.jspecify.annotations.Nullable String part(AlertRow row) {
    var parts = (row.burns() ? "burning " : "") + (changed.contains(row.id()) ? "changed" : "");
    return parts.isBlank() ? null : parts.strip();
  }
}
