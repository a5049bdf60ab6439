package farol.console.capacity;

import farol.capacity.forecast.Forecast;
import farol.capacity.pool.PoolStatus;
import farol.console.ui.Times;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Draws demand against capacity as SVG: the last week solid, the next dashed with its bands, what
 * the pool carries dotted. It needs no script, prints, and says in words what it shows.
 */
final class PoolChart {
  private static final int HISTORY = 168;
  private static final int TOP = 22;
  private static final int FOOT = 24;

  private final PoolStatus status;
  private final Forecast forecast;
  private final Times times;
  private final int width;
  private final int height;
  private final int shown;
  private final double highest;

  private PoolChart(PoolStatus status, Forecast forecast, Times times, int width, int height) {
    this.status = status;
    this.forecast = forecast;
    this.times = times;
    this.width = width;
    this.height = height;
    this.shown = Math.min(HISTORY, status.demand().values().length);
    this.highest = 1.12 * Math.max(Math.max(capacity(), forecast.highest95()), 1e-9);
  }

  /** The chart at its real width; null while there is no forecast to draw. */
  static @Nullable String svg(PoolStatus status, Times times, int width, int height) {
    var forecast = status.forecast();
    return forecast == null ? null : new PoolChart(status, forecast, times, width, height).draw();
  }

  private String draw() {
    var id = "%s-%s-%d".formatted(status.pool().key().region(), status.pool().key().size(), width);
    var svg = new StringBuilder();
    svg.append(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"t-%s\"><title id=\"t-%s\">%s</title>"
            .formatted(width, height, id, id, escaped(status.sentence())));
    svg.append(
        "<defs><clipPath id=\"c-%s\"><rect x=\"0\" y=\"0\" width=\"%d\" height=\"%s\"/></clipPath></defs>"
            .formatted(id, width, number(capacity() > 0 ? y(capacity()) : 0)));
    grid(svg);
    svg.append(band("c-band95", i -> forecast.lo95().get(i), i -> forecast.hi95().get(i)));
    svg.append(band("c-band80", i -> forecast.lo80().get(i), i -> forecast.hi80().get(i)));
    limits(svg);
    var history = line(0, shown, this::past);
    var ahead = line(shown, forecast.mean().size(), i -> forecast.mean().get(i));
    svg.append(path("c-history", history, "")).append(path("c-ahead", ahead, ""));
    var over = " clip-path=\"url(#c-%s)\"".formatted(id);
    svg.append(path("c-over", history, over)).append(path("c-over", ahead, over));
    now(svg);
    return svg.append("</svg>").toString();
  }

  private void grid(StringBuilder svg) {
    svg.append(rule("c-grid", 0, height - FOOT, width, height - FOOT));
    var demand = status.demand();
    var all = shown + forecast.mean().size();
    var first = demand.until().minus(demand.step().multipliedBy(shown));
    var end = first.plus(demand.step().multipliedBy(all));
    svg.append(text("", 0, height - 6, "start", times.day(first)));
    svg.append(text("", width, height - 6, "end", times.day(end)));
  }

  private void limits(StringBuilder svg) {
    if (capacity() <= 0) {
      return;
    }
    svg.append(rule("c-capacity", 0, y(capacity()), width, y(capacity())));
    svg.append(
        text("c-word", 0, y(capacity()) - 6, "start", "Carries " + Rates.perSecond(capacity())));
    var zones = status.pool().zones().size();
    if (zones > 1) {
      var left = capacity() * (zones - 1) / zones;
      svg.append(rule("c-zone", 0, y(left), width, y(left)));
      svg.append(text("", 0, y(left) - 6, "start", "Without a zone " + Rates.perSecond(left)));
    }
  }

  private void now(StringBuilder svg) {
    var x = x(shown);
    svg.append(rule("c-now", x, TOP - 6, x, height - FOOT));
    svg.append(text("c-word", x, 11, "middle", "Now"));
    var last = status.demand().last();
    if (!Double.isNaN(last)) {
      svg.append(text("c-last", x - 6, y(last) - 8, "end", Rates.perSecond(last)));
    }
    svg.append(text("", x, height - 6, "middle", times.text(status.demand().until())));
  }

  private double past(int step) {
    var values = status.demand().values();
    return values[values.length - shown + step];
  }

  /** Points of a line; it is broken where nothing was measured. */
  private String line(int from, int count, IntToDoubleFunction value) {
    var line = new StringBuilder();
    var pen = 'M';
    for (var step = 0; step < count; step++) {
      var at = value.applyAsDouble(step);
      if (Double.isNaN(at)) {
        pen = 'M';
        continue;
      }
      line.append(pen).append(number(x(from + step))).append(' ').append(number(y(at)));
      pen = 'L';
    }
    return line.toString();
  }

  private String band(String name, IntToDoubleFunction low, IntToDoubleFunction high) {
    var count = forecast.mean().size();
    var there = line(shown, count, high);
    var back = new StringBuilder();
    for (var step = count - 1; step >= 0; step--) {
      back.append('L')
          .append(number(x(shown + step)))
          .append(' ')
          .append(number(y(low.applyAsDouble(step))));
    }
    return "<path class=\"%s\" d=\"%s%sZ\"/>".formatted(name, there, back);
  }

  private double capacity() {
    var headroom = status.headroom();
    return headroom == null ? 0 : headroom.capacity();
  }

  private double x(int step) {
    return step * (double) width / (shown + forecast.mean().size());
  }

  private double y(double value) {
    return TOP + (1 - value / highest) * (height - TOP - FOOT);
  }

  private static String path(String name, String points, String more) {
    return "<path class=\"%s\" d=\"%s\"%s/>".formatted(name, points, more);
  }

  private static String rule(String name, double x1, double y1, double x2, double y2) {
    return "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
        .formatted(name, number(x1), number(y1), number(x2), number(y2));
  }

  private static String text(String name, double x, double y, String anchor, String said) {
    return "<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
        .formatted(name, number(x), number(y), anchor, escaped(said));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
