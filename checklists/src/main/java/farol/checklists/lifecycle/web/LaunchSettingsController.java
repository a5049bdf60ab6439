package farol.checklists.lifecycle.web;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Role;
import farol.alerting.door.Refusal;
import farol.checklists.lifecycle.LaunchSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** To whom launch mails go. */
@RestController
@RequestMapping("/api/v1/launch-settings")
class LaunchSettingsController {
  private final LaunchSettings settings;

  LaunchSettingsController(LaunchSettings settings) {
    this.settings = settings;
  }

  /** The settings; {@code smtpUrl} null means the mail transport of the house. */
  record Body(
      @Nullable List<String> launchEmailTo,
      @Nullable String launchEmailFrom,
      @Nullable String smtpUrl) {
    static Body of(LaunchSettings.Values values) {
      return new Body(values.to(), values.from(), null);
    }
  }

  @GetMapping
  Body get(Actor actor) {
    actor.mustBe(Role.VIEWER);
    return Body.of(settings.values());
  }

  @PutMapping
  Body put(Actor actor, @RequestBody Body body) {
    if (body.smtpUrl() != null) {
      throw Refusal.notBuilt("A mail server for launch mails alone");
    }
    if (body.launchEmailTo() == null) {
      throw Refusal.invalid("launchEmailTo", "is a list of mail addresses, required");
    }
    var from = body.launchEmailFrom() == null ? settings.values().from() : body.launchEmailFrom();
    return Body.of(settings.change(actor, new LaunchSettings.Values(body.launchEmailTo(), from)));
  }
}
