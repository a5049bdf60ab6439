package farol.statuspage.component.web;

import farol.alerting.catalog.Actor;
import farol.statuspage.component.Page;
import farol.statuspage.component.PageSettings;
import farol.statuspage.component.Weights;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/status-page")
class PageController {
  private final PageSettings settings;

  PageController(PageSettings settings) {
    this.settings = settings;
  }

  /** The settings as the API answers them. */
  record Answer(
      String id,
      String name,
      String url,
      String timeZone,
      int places,
      Weights weights,
      int noticeHours,
      int validForSeconds,
      int overrunGraceMinutes,
      boolean secondPersonApproves,
      List<String> allowedNetworks,
      String consoleUrl) {
    static Answer of(Page page) {
      return new Answer(
          page.id(),
          page.name(),
          page.url(),
          page.timeZone().getId(),
          page.places(),
          page.weights(),
          page.noticeHours(),
          page.validForSeconds(),
          page.overrunGraceMinutes(),
          page.secondPersonApproves(),
          page.allowedNetworks(),
          page.consoleUrl());
    }
  }

  @GetMapping
  Answer page() {
    return Answer.of(settings.page());
  }

  @PatchMapping
  Answer change(@RequestBody PageSettings.Change change, Actor actor) {
    return Answer.of(settings.change(change, actor));
  }
}
