package farol.statuspage.component;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Audit;
import farol.alerting.catalog.Role;
import farol.alerting.door.Refusal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The settings of the one page: read by anybody, changed by an administrator. */
@Service
public class PageSettings {
  private final JdbcPage pages;
  private final PageEvents events;
  private final Audit audit;
  private final InstantSource clock;

  PageSettings(JdbcPage pages, PageEvents events, Audit audit, InstantSource clock) {
    this.pages = pages;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** What to change; null leaves a setting as it is. */
  public record Change(
      @Nullable String name,
      @Nullable String url,
      @Nullable String timeZone,
      @Nullable Integer places,
      @Nullable Weights weights,
      @Nullable Integer noticeHours,
      @Nullable Integer validForSeconds,
      @Nullable Integer overrunGraceMinutes,
      @Nullable Boolean secondPersonApproves,
      @Nullable List<String> allowedNetworks,
      @Nullable String consoleUrl) {}

  /** The page, made with plain settings when nobody has chosen any. */
  @Transactional
  public Page page() {
    return pages.page(clock.instant());
  }

  @Transactional
  public Page change(Change change, Actor actor) {
    actor.mustBe(Role.ADMIN);
    var now = clock.instant();
    var before = pages.page(now);
    var after = changed(before, change, now);
    pages.save(after);
    audit.record(actor, now, "status-page.changed", "status-page", before, after);
    events.changed("settings", after.id(), now);
    return after;
  }

  private static Page changed(Page page, Change change, Instant now) {
    return new Page(
        page.id(),
        change.name() == null ? page.name() : Texts.name("name", change.name()),
        change.url() == null ? page.url() : address("url", change.url()),
        change.timeZone() == null ? page.timeZone() : zone(change.timeZone()),
        Objects.requireNonNullElse(change.places(), page.places()),
        Objects.requireNonNullElse(change.weights(), page.weights()),
        Objects.requireNonNullElse(change.noticeHours(), page.noticeHours()),
        Objects.requireNonNullElse(change.validForSeconds(), page.validForSeconds()),
        Objects.requireNonNullElse(change.overrunGraceMinutes(), page.overrunGraceMinutes()),
        Objects.requireNonNullElse(change.secondPersonApproves(), page.secondPersonApproves()),
        Objects.requireNonNullElse(change.allowedNetworks(), page.allowedNetworks()),
        change.consoleUrl() == null
            ? page.consoleUrl()
            : address("consoleUrl", change.consoleUrl()),
        page.createdAt(),
        now);
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw Refusal.invalid("timeZone", "no such time zone: " + name);
    }
  }

  private static String address(String field, String text) {
    try {
      var address = URI.create(text);
      if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
        return text.endsWith("/") ? text : text + "/";
      }
    } catch (IllegalArgumentException notAnAddress) {
      // Refused below, with the same words as an address of another kind.
    }
    throw Refusal.invalid(field, "is an address that starts with http:// or https://");
  }
}
