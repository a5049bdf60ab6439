package farol.console.demo;

import farol.alerting.catalog.Actor;
import farol.incidents.actions.ActionPriority;
import farol.incidents.actions.ActionType;
import farol.incidents.command.CommandRole;
import farol.incidents.command.IncidentSeverity;
import farol.incidents.retrospective.Factor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** Four past incidents of Caminho: one closed, one reviewed, one in review, one just drafted. */
@Component
class DemoIncidents implements DemoRoom {
  private final IncidentStories stories;

  DemoIncidents(IncidentStories stories) {
    this.stories = stories;
  }

  @Override
  public int order() {
    return 90;
  }

  @Override
  public void seed(Actor administrator, Instant now) {
    routers(daysBefore(now, 34, "02:49"));
    builds(daysBefore(now, 21, "15:05"));
    failover(daysBefore(now, 6, "09:12"));
    dashboard(daysBefore(now, 2, "13:40"));
  }

  private static Instant daysBefore(Instant now, int days, String clock) {
    return now.atZone(ZoneOffset.UTC)
        .minusDays(days)
        .with(LocalTime.parse(clock))
        .truncatedTo(java.time.temporal.ChronoUnit.MINUTES)
        .toInstant();
  }

  private void routers(Instant start) {
    var story =
        stories
            .begin("ana", start, "Routers answer 503 in us-east", IncidentSeverity.SEV2, "router")
            .after("PT40S")
            .accept("dee")
            .after("PT5M")
            .severity("dee", IncidentSeverity.SEV1, "more than a third of requests fail")
            .role("dee", CommandRole.OPS, "ana")
            .role("dee", CommandRole.COMMS, "eva")
            .after("PT3M")
            .sitrep(
                "dee",
                "41 % of requests to apps in us-east answer 503. Builds and data are not hit.",
                "Release v812 opens too many upstream connections in zone 1b.")
            .after("PT3M")
            .note(
                "ana", "Upstream connections per router doubled at 02:39, only on hosts with v812.")
            .after("PT4M")
            .note("bo", "Rolling back to v811 in us-east, zone by zone.")
            .after("PT7M")
            .note("bo", "1a is back on v811, 5xx there fell from 38 % to 0.4 %. 1b next.")
            .after("PT12M")
            .mitigate("dee")
            .after("PT21M")
            .resolve("dee");
    story
        .people("ana", "kim")
        .wrote(
            "A router release opened twice as many connections to each dyno. Hosts ran out of them,"
                + " and 41 % of requests in us-east failed until the release was rolled back.",
            "41 % of requests to apps in us-east answered 503 for 34 minutes, about 12,000 apps.")
        .factor(Factor.Type.CHANGE, "Release v812 changed the pool without a limit.", true)
        .factor(Factor.Type.TOOLING, "The canary looked at errors and not at connections.", false)
        .factor(Factor.Type.KNOWLEDGE, "Nobody on call knew the connection limit of a host.", false)
        .factors()
        .promise(
            "ana",
            ActionType.PREVENT,
            ActionPriority.P0,
            "Limit upstream connections per host",
            "A load test with 2 × traffic stays under the limit",
            null)
        .promise(
            "bo",
            ActionType.DETECT,
            ActionPriority.P1,
            "Alert on connections per host",
            "The alert fires in a drill",
            null);
    story.after("P3D").review("ana").approve("lia").close("lia");
    story
        .after("P9D")
        .complete(0, "ana", "Load test of 12 Nov: 61 % of the limit")
        .verify(0, "joe");
  }

  private void builds(Instant start) {
    var story =
        stories
            .begin(
                "sam", start, "Builds wait longer than 20 minutes", IncidentSeverity.SEV2, "build")
            .after("PT2M")
            .accept("ida")
            .after("PT6M")
            .sitrep("ida", "About 900 builds wait; running ones succeed.", null)
            .after("PT9M")
            .note("sam", "Half of the build hosts in eu-west have a full disk.")
            .after("PT22M")
            .mitigate("ida")
            .after("PT30M")
            .resolve("ida");
    story
        .people("ida", "dee")
        .wrote(
            "Build hosts in eu-west filled their disks with caches of deleted apps; the queue grew"
                + " for an hour before the disks were cleared.",
            "About 900 builds waited 20 to 65 minutes. No running app was touched.")
        .factor(Factor.Type.CAPACITY, "Caches of deleted apps were kept for ever.", true)
        .factor(
            Factor.Type.DESIGN, "A host with a full disk still took builds from the queue.", false)
        .factors()
        .promise(
            "sam",
            ActionType.PREVENT,
            ActionPriority.P2,
            "Delete caches with their app",
            "Disk use falls after a bulk delete",
            Duration.ofDays(14))
        .promise(
            "ida",
            ActionType.MITIGATE,
            ActionPriority.P1,
            "A host with a full disk leaves the queue",
            "A drill with a filled disk",
            null);
    story.after("P4D").review("ida").approve("oto");
  }

  private void failover(Instant start) {
    var story =
        stories
            .begin(
                "cy",
                start,
                "A shared Postgres cluster has no primary",
                IncidentSeverity.SEV2,
                "postgres")
            .after("PT1M")
            .accept("hal")
            .after("PT4M")
            .note("rui", "The failover waits for a lock that a backup holds.")
            .after("PT3M")
            .note("rui", "Backup stopped by hand; the replica is promoted.")
            .after("PT2M")
            .mitigate("hal")
            .after("PT40M")
            .handOver("hal", "eva", "I start my night shift at ten")
            .after("PT15M")
            .resolve("eva");
    story
        .people("cy", "hal")
        .wrote(
            "The primary of a shared cluster died while a backup held a lock. The failover waited"
                + " nine minutes for it.",
            "Writes failed for 9 minutes on 214 databases; reads went on.")
        .factor(Factor.Type.DESIGN, "The failover waits for the lock of a backup.", true)
        .factor(Factor.Type.PROCESS, "The failover drill never ran during a backup.", false)
        .factors()
        .promise(
            "rui",
            ActionType.PREVENT,
            ActionPriority.P0,
            "A failover cancels a running backup",
            "The failover drill during a backup takes under 60 s",
            null);
    story.after("P2D").review("cy");
  }

  private void dashboard(Instant start) {
    stories
        .begin(
            "dee",
            start,
            "The dashboard shows figures an hour old",
            IncidentSeverity.SEV3,
            "dashboard")
        .after("PT3M")
        .accept("joe")
        .after("PT11M")
        .note("dee", "The metrics importer stopped at 12:38 without a word.")
        .after("PT9M")
        .mitigate("joe")
        .after("PT17M")
        .resolve("joe");
  }
}
