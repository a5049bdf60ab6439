package farol.alerting.notify;

import farol.alerting.alert.AlertGroupId;
import farol.alerting.alert.AlertGroups;
import farol.alerting.alert.AlertId;
import farol.alerting.alert.AlertState;
import farol.alerting.catalog.PersonId;
import farol.alerting.storage.Timestamps;
import farol.alerting.storage.Wakeups;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Pages in the console that a person has open. They come on top of the other channels: a row is
 * written when an open console is about to show the page, so nobody counts as reached by a console
 * that is closed.
 */
@Service
public class BrowserPages {
  private static final int SHOWN_MAX = 20;
  private static final Logger LOG = LoggerFactory.getLogger(BrowserPages.class);

  /** What a console shows. */
  public record Notice(
      PageId page,
      AlertGroupId group,
      AlertId alert,
      long number,
      String summary,
      String severity,
      int pass,
      int level,
      String viewPath,
      Instant plannedFor) {}

  /** Called off the user's thread with pages to show; it must not block. */
  public interface Listener {
    void show(List<Notice> notices);
  }

  /** Ends a registration. */
  public interface Registration {
    void remove();
  }

  private record Rung(UUID like, AlertGroupId group, Instant plannedFor) {}

  private final JdbcClient jdbc;
  private final AlertGroups groups;
  private final ApplicationEventPublisher events;
  private final InstantSource clock;
  private final TransactionTemplate transaction;
  private final Map<PersonId, List<Listener>> listeners = new ConcurrentHashMap<>();

  BrowserPages(
      JdbcClient jdbc,
      AlertGroups groups,
      ApplicationEventPublisher events,
      InstantSource clock,
      Wakeups wakeups,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.groups = groups;
    this.events = events;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
    wakeups.on(Pager.WAKE, this::deliver);
  }

  /** Registers an open console; call {@link #unseen} for what waits already. */
  public Registration listen(PersonId person, Listener listener) {
    listeners.computeIfAbsent(person, _ -> new CopyOnWriteArrayList<>()).add(listener);
    return () ->
        listeners.computeIfPresent(
            person,
            (_, all) -> {
              all.remove(listener);
              return all.isEmpty() ? null : all;
            });
  }

  /** Shows what waits to everyone whose console is open on this node. */
  void deliver() {
    listeners.forEach(
        (person, all) -> {
          var notices = unseen(person);
          if (!notices.isEmpty()) {
            all.forEach(listener -> show(listener, notices));
          }
        });
  }

  private static void show(Listener listener, List<Notice> notices) {
    try {
      listener.show(notices);
    } catch (RuntimeException closed) {
      LOG.debug("A console closed while it was to show a page", closed);
    }
  }

  /**
   * The pages that a console of this person should show now: those of groups nobody has yet, not
   * observed in a console. Writes them into the ledger as sent; the caller shows them.
   */
  public List<Notice> unseen(PersonId person) {
    var now = clock.instant();
    var notices = transaction.execute(_ -> write(person, now));
    return notices == null ? List.of() : notices;
  }

  private List<Notice> write(PersonId person, Instant now) {
    var notices = new ArrayList<Notice>();
    for (var rung : waiting(person, now)) {
      var group = groups.group(rung.group);
      if (group.isPresent() && group.get().state() == AlertState.TRIGGERED) {
        var page = PageId.random();
        if (insert(page, rung, now)) {
          var cause = group.get().cause();
          var at = position(page);
          notices.add(
              new Notice(
                  page,
                  rung.group,
                  cause,
                  group.get().number(),
                  group.get().summary(),
                  group.get().severity().name(),
                  at.pass(),
                  at.level(),
                  PageTexts.viewPath(group.get()),
                  rung.plannedFor));
          events.publishEvent(
              new PageSent(
                  page,
                  rung.group,
                  cause,
                  person,
                  ChannelType.BROWSER.name(),
                  at.pass(),
                  at.level(),
                  now));
        }
      }
    }
    return notices;
  }

  private record At(int pass, int level) {}

  private At position(PageId page) {
    return jdbc.sql("select pass, level from alerting.page where id = :id")
        .param("id", page.value())
        .query((row, _) -> new At(row.getInt("pass"), row.getInt("level")))
        .single();
  }

  /** The newest level at which each live ladder pages the person without a console having it. */
  private List<Rung> waiting(PersonId person, Instant now) {
    return jdbc.sql(
            """
            select distinct on (p.group_id) p.id, p.group_id, p.planned_for
            from alerting.page p
            join alerting.escalation e on e.id = p.escalation_id and e.state <> 'ENDED'
            where p.person_id = :person and p.channel in ('EMAIL', 'WEBHOOK')
              and p.planned_for <= :now
              and not exists (
                select from alerting.page b
                where b.escalation_id = p.escalation_id and b.person_id = p.person_id
                  and b.channel = 'BROWSER' and b.pass = p.pass and b.level = p.level)
            order by p.group_id, p.position desc
            limit :limit
            """)
        .param("person", person.value())
        .param("now", Timestamps.of(now))
        .param("limit", SHOWN_MAX)
        .query(
            (row, _) ->
                new Rung(
                    row.getObject("id", UUID.class),
                    new AlertGroupId(row.getObject("group_id", UUID.class)),
                    Timestamps.read(row, "planned_for")))
        .list();
  }

  private boolean insert(PageId page, Rung rung, Instant now) {
    return jdbc.sql(
                """
                insert into alerting.page
                  (id, escalation_id, group_id, alert_id, dedup_key, service_id, urgency, person_id,
                   pass, level, target, channel, address, rule, state, accepted_at, planned_for,
                   intent_at, sent_at, attempts, possible_duplicate)
                select :id, escalation_id, group_id, alert_id, dedup_key, service_id, urgency,
                   person_id, pass, level, target, 'BROWSER', 'console', 'CONSOLE', 'SENT',
                   accepted_at, planned_for, :now, :now, 1, false
                from alerting.page where id = :like
                on conflict do nothing
                """)
            .param("id", page.value())
            .param("like", rung.like)
            .param("now", Timestamps.of(now))
            .update()
        == 1;
  }

  /** Records that the console did show the page. */
  public void observed(PageId page) {
    jdbc.sql(
            """
            update alerting.page set state = 'OBSERVED', observed_at = :now
            where id = :id and state = 'SENT' and channel = 'BROWSER'
            """)
        .param("id", page.value())
        .param("now", Timestamps.of(clock.instant()))
        .update();
  }
}
