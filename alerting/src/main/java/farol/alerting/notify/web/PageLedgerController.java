package farol.alerting.notify.web;

import farol.alerting.alert.AlertStory.PageLine;
import farol.alerting.door.Items;
import farol.alerting.notify.PageLedger;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every page, and whether every accepted trigger is accounted for. */
@RestController
@RequestMapping("/api/v1/page-ledger")
class PageLedgerController {
  private final PageLedger ledger;

  PageLedgerController(PageLedger ledger) {
    this.ledger = ledger;
  }

  @GetMapping
  Items<PageLine> pages(
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant until,
      @RequestParam(required = false) @Nullable String integration,
      @RequestParam(required = false) @Nullable String service,
      @RequestParam(required = false) @Nullable String person,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable UUID alert,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    var filter = new PageLedger.Filter(from, until, integration, service, person, state, alert);
    return ledger.pages(filter, Items.limit(limit), cursor);
  }

  @GetMapping("/reconciliation")
  PageLedger.Reconciliation reconciliation(
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant until,
      @RequestParam(required = false) @Nullable String integration) {
    return ledger.reconcile(from, until, integration);
  }
}
