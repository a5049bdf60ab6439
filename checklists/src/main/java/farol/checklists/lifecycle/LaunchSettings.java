package farol.checklists.lifecycle;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Audit;
import farol.alerting.catalog.Role;
import farol.alerting.door.Refusal;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** To whom launch mails go, and from whom. */
@Service
public class LaunchSettings {
  private static final int RECIPIENTS_MAX = 20;
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\"]{1,255}");

  /** The two settings; no recipient means that nothing can be launched yet. */
  public record Values(List<String> to, String from) {
    public Values {
      to = List.copyOf(to);
      if (to.size() > RECIPIENTS_MAX) {
        throw Refusal.invalid("launchEmailTo", "names at most %d lists".formatted(RECIPIENTS_MAX));
      }
      to.forEach(address -> checked("launchEmailTo", address));
      checked("launchEmailFrom", from);
    }

    private static void checked(String field, String address) {
      if (!ADDRESS.matcher(address).matches()) {
        throw Refusal.invalid(field, "is a mail address, not '%s'".formatted(address));
      }
    }
  }

  private final JdbcClient jdbc;
  private final Audit audit;
  private final InstantSource clock;

  LaunchSettings(JdbcClient jdbc, Audit audit, InstantSource clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  public Values values() {
    return jdbc.sql("select mail_to, mail_from from checklists.launch_settings")
        .query(
            (row, number) ->
                new Values(
                    Arrays.asList((String[]) row.getArray("mail_to").getArray()),
                    row.getString("mail_from")))
        .single();
  }

  @Transactional
  public Values change(Actor actor, Values values) {
    actor.mustBe(Role.ADMIN);
    var before = values();
    jdbc.sql("update checklists.launch_settings set mail_to = :to, mail_from = :from")
        .param("to", values.to().toArray(String[]::new))
        .param("from", values.from())
        .update();
    audit.record(
        actor, clock.instant(), "launch-settings.changed", "launch-settings", before, values);
    return values;
  }
}
