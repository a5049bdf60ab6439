package farol.console.demo;

import farol.statuspage.component.State;
import farol.statuspage.incident.Impact;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident customers of Caminho once read about.
 *
 * @param region null where it was everywhere
 * @param hit what it hit, the worst first
 * @param posts what they read, from the first word to the last
 */
record PageStory(
    String name,
    Impact impact,
    int daysAgo,
    LocalTime began,
    int minutes,
    @Nullable String region,
    List<Hit> hit,
    List<String> posts) {
  /** A component by name, and how it was hit. */
  record Hit(String component, State state) {}

  private static final String US = "us-east";
  private static final String EU = "eu-west";

  /** The last 90 days, newest first. */
  static final List<PageStory> ALL =
      List.of(
          new PageStory(
              "Dashboard and API returned errors",
              Impact.MINOR,
              2,
              LocalTime.of(14, 44),
              21,
              null,
              List.of(new Hit("Dashboard and API", State.PARTIAL_OUTAGE)),
              List.of(
                  "We see the Dashboard and the API failing for about one request in five and are"
                      + " looking into it. Running apps are not affected.",
                  "A deploy of the API made it run out of database connections. We are taking it"
                      + " back.",
                  "The Dashboard and the API work again. We keep watching.",
                  "The Dashboard and the API worked normally from 15:05 UTC on. Apps were not"
                      + " affected.")),
          new PageStory(
              "Builds waited before they started in eu-west",
              Impact.MINOR,
              5,
              LocalTime.of(8, 5),
              38,
              EU,
              List.of(new Hit("Builds", State.PARTIAL_OUTAGE)),
              List.of(
                  "A git push in eu-west is accepted, then its build waits ten minutes or more."
                      + " Nothing you pushed is lost. We are looking into it.",
                  "Half of the build machines in eu-west stopped taking work. We are adding new"
                      + " ones.",
                  "Builds start within seconds again. We keep watching.",
                  "Builds in eu-west start normally. Every push that waited was built.")),
          new PageStory(
              "Log lines arrived late",
              Impact.MINOR,
              11,
              LocalTime.of(19, 20),
              47,
              null,
              List.of(new Hit("Logs", State.DEGRADED_PERFORMANCE)),
              List.of(
                  "Log lines arrive up to 15 minutes late. We are looking into it.",
                  "A slow receiver held back a queue that others share. It now has one of its own.",
                  "Lines arrive about a minute late and the queue is shrinking. We keep watching.",
                  "Log lines arrive at once. No line was dropped.")),
          new PageStory(
              "Requests to apps in us-east failed",
              Impact.MAJOR,
              19,
              LocalTime.of(2, 41),
              52,
              US,
              List.of(
                  new Hit("HTTP routing", State.MAJOR_OUTAGE),
                  new Hit("Dynos", State.DEGRADED_PERFORMANCE)),
              List.of(
                  "We see requests to apps in us-east failing and are looking into it.",
                  "About four in ten requests to apps in us-east fail. One of the three routing"
                      + " zones lost its connection to the others; we are moving traffic away from"
                      + " it. Apps in eu-west answer normally.",
                  "Requests to apps in us-east are answered again. We keep watching.",
                  "Apps in us-east answer normally. Your data was not affected.")),
          new PageStory(
              "Postgres databases in eu-west refused connections",
              Impact.MINOR,
              27,
              LocalTime.of(11, 14),
              26,
              EU,
              List.of(new Hit("Postgres", State.PARTIAL_OUTAGE)),
              List.of(
                  "Some databases in eu-west refuse connections. We are looking into it.",
                  "The databases of one host moved to their followers and are starting.",
                  "All databases accept connections. We keep watching.",
                  "Databases in eu-west work normally. Nothing that was committed is lost.")),
          new PageStory(
              "Key-value stores answered slowly",
              Impact.MINOR,
              41,
              LocalTime.of(16, 2),
              65,
              US,
              List.of(new Hit("Key-value", State.DEGRADED_PERFORMANCE)),
              List.of(
                  "Key-value stores in us-east answer slowly. We are looking into it.",
                  "One network path is full; we are moving stores to another.",
                  "Key-value stores answer at their usual speed. We keep watching.",
                  "Key-value stores in us-east work normally.")),
          new PageStory(
              "Builds failed for every app",
              Impact.MAJOR,
              58,
              LocalTime.of(9, 30),
              33,
              null,
              List.of(new Hit("Builds", State.MAJOR_OUTAGE)),
              List.of(
                  "Every build fails. Running apps are not affected. We are looking into it.",
                  "The store that holds the base images does not answer. We are switching to its"
                      + " copy.",
                  "Builds succeed again. We keep watching.",
                  "Builds work normally. Push again if yours failed between 09:30 and 10:03 UTC.")),
          new PageStory(
              "Slow requests in us-east",
              Impact.MINOR,
              76,
              LocalTime.of(21, 47),
              22,
              US,
              List.of(new Hit("HTTP routing", State.DEGRADED_PERFORMANCE)),
              List.of(
                  "Requests to apps in us-east take up to five seconds longer than usual. We are"
                      + " looking into it.",
                  "A router was sent more traffic than its share. We are spreading it out.",
                  "Requests are as fast as usual. We keep watching.",
                  "Apps in us-east answer at their usual speed.")));
}
