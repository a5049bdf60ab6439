package farol.console.ui;

import com.vaadin.flow.component.html.Span;
import farol.alerting.catalog.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Times as one viewer reads them: in the viewer's zone, with the day as soon as it is not today,
 * and the UTC on hover. Ages and countdowns tick in the browser.
 */
public final class Times {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);
  private static final DateTimeFormatter DAY_OF_YEAR =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

  private final ZoneId zone;
  private final InstantSource clock;

  public Times(ZoneId zone, InstantSource clock) {
    this.zone = zone;
    this.clock = clock;
  }

  public static Times of(Person viewer, InstantSource clock) {
    return new Times(viewer.zone(), clock);
  }

  public ZoneId zone() {
    return zone;
  }

  /** The instant at which the view is drawn. */
  public Instant now() {
    return clock.instant();
  }

  /** "09:00" today, else "Fri 27 Nov 09:00", with the year once that differs. */
  public String text(Instant at) {
    return dayPrefix(at) + CLOCK.format(at.atZone(zone));
  }

  /** "09:00", where the day stands elsewhere. */
  public String clock(Instant at) {
    return CLOCK.format(at.atZone(zone));
  }

  /** "03:13:40" today, for ledgers and timelines. */
  public String seconds(Instant at) {
    return dayPrefix(at) + SECONDS.format(at.atZone(zone));
  }

  /** "Mon 23 Nov". */
  public String day(Instant at) {
    return DAY.format(at.atZone(zone));
  }

  /** "23 Nov 2026". */
  public String date(LocalDate date) {
    return DAY_OF_YEAR.format(date);
  }

  /** "Mon 23 Nov, 03:14 in São Paulo": said once per view, so that times need no zone. */
  public String here() {
    var now = now().atZone(zone);
    return "%s, %s in %s".formatted(DAY.format(now), CLOCK.format(now), city());
  }

  /** The zone by its city. */
  public String city() {
    return city(zone);
  }

  /** A zone by its city. */
  public static String city(ZoneId zone) {
    var id = zone.getId();
    var city = id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    return city.equals("Sao Paulo") ? "São Paulo" : city;
  }

  /** {@link #text} as an element with the UTC on hover. */
  public Span at(Instant at) {
    return element(at, text(at));
  }

  /** {@link #seconds} as an element with the UTC on hover. */
  public Span atSecond(Instant at) {
    return element(at, seconds(at));
  }

  /** "12 min" since the instant, ticking. */
  public Span age(Instant since) {
    var span = element(since, Words.duration(Duration.between(since, now())));
    span.getElement().setAttribute("data-since", Long.toString(since.toEpochMilli()));
    return span;
  }

  /** "−2:41" until the instant, then "+6 min", ticking. Give it a {@link Tone} where it is loud. */
  public Span countdown(Instant due) {
    var span = element(due, Words.countdown(Duration.between(now(), due)));
    span.getElement().setAttribute("data-due", Long.toString(due.toEpochMilli()));
    return span;
  }

  /** The UTC text that stands on hover, for templates. */
  public static String utc(Instant at) {
    return UTC.format(at);
  }

  private Span element(Instant at, String text) {
    var span = new Span(text);
    span.addClassName("f-num");
    span.getElement().setAttribute("title", utc(at));
    return span;
  }

  private String dayPrefix(Instant at) {
    var day = at.atZone(zone).toLocalDate();
    var today = LocalDate.ofInstant(now(), zone);
    if (day.equals(today)) {
      return "";
    }
    return (day.getYear() == today.getYear() ? DAY.format(day) : DAY_OF_YEAR.format(day)) + " ";
  }
}
