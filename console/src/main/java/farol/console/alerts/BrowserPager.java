package farol.console.alerts;

import com.vaadin.flow.component.UI;
import farol.alerting.alert.AlertDesk;
import farol.alerting.alert.AlertGroups;
import farol.alerting.alert.AlertState;
import farol.alerting.notify.BrowserPages;
import farol.alerting.notify.BrowserPages.Notice;
import farol.console.frame.Attendant;
import farol.console.ui.Live;
import farol.console.ui.Topic;
import farol.console.ui.Viewer;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shows pages in every open console of the person, and as notifications where that is allowed. */
@Component
class BrowserPager implements Attendant {
  private final BrowserPages pages;
  private final AlertGroups groups;
  private final AlertDesk desk;
  private final Live live;

  BrowserPager(BrowserPages pages, AlertGroups groups, AlertDesk desk, Live live) {
    this.pages = pages;
    this.groups = groups;
    this.desk = desk;
    this.live = live;
  }

  @Override
  public void attend(UI ui, Viewer viewer) {
    var person = viewer.person().id();
    var listening = pages.listen(person, notices -> showLater(ui, viewer, notices));
    ui.addDetachListener(_ -> listening.remove());
    show(ui, viewer, pages.unseen(person));
  }

  private void showLater(UI ui, Viewer viewer, List<Notice> notices) {
    ui.accessLater(() -> show(ui, viewer, notices), () -> {}).run();
  }

  private void show(UI ui, Viewer viewer, List<Notice> notices) {
    notices.forEach(notice -> show(ui, viewer, notice));
  }

  private void show(UI ui, Viewer viewer, Notice notice) {
    var card = new PageCard(notice, () -> desk.acknowledge(viewer.actor(), notice.alert()));
    card.open();
    live.on(card, Topic.ALERTS, () -> closeOnceTaken(card, notice));
    ui.getPage()
        .executeJs(
            "return farol.page($0, $1, $2)",
            "Page: #%d".formatted(notice.number()),
            notice.summary(),
            notice.viewPath())
        .then(
            Boolean.class,
            seen -> {
              if (seen) {
                pages.observed(notice.page());
              }
            });
  }

  private void closeOnceTaken(PageCard card, Notice notice) {
    var taken =
        groups
            .group(notice.group())
            .filter(group -> group.state() == AlertState.TRIGGERED)
            .isEmpty();
    if (taken) {
      card.close();
    }
  }
}
