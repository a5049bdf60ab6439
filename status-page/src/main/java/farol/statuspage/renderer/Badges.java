package farol.statuspage.renderer;

import tools.jackson.databind.json.JsonMapper;

/** One line for a README: the state of the page as a picture and as JSON for shields. */
final class Badges {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int CACHE_SECONDS = 60;
  private static final int CHARACTER_WIDTH = 7;
  private static final int PADDING = 12;

  private Badges() {}

  static byte[] json(PageModel model, Moment moment) {
    return JSON.writeValueAsBytes(
        JSON.createObjectNode()
            .put("schemaVersion", 1)
            .put("label", model.page().name())
            .put("message", message(model, moment))
            .put("color", moment.aged() ? "lightgrey" : model.banner().indicator().badge())
            .put("isError", moment.aged())
            .put("cacheSeconds", CACHE_SECONDS));
  }

  static String svg(PageModel model, Moment moment) {
    var label = model.page().name();
    var message = message(model, moment);
    var left = label.length() * CHARACTER_WIDTH + PADDING;
    var right = message.length() * CHARACTER_WIDTH + PADDING;
    var indicator = model.banner().indicator();
    var band = moment.aged() ? "#818497" : indicator.band();
    var ink =
        moment.aged() || indicator == Indicator.NONE || indicator == Indicator.MINOR
            ? "#0e0f12"
            : "#ffffff";
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="20" role="img">\
        <title>%2$s: %3$s</title><rect width="%1$d" height="20" rx="3" fill="#15181e"/>\
        <path d="M%4$d 0h%5$dv20h-%5$dz" fill="%6$s"/>\
        <g font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">\
        <text x="%7$d" y="14" fill="#ffffff">%2$s</text>\
        <text x="%8$d" y="14" fill="%9$s">%3$s</text></g></svg>"""
        .formatted(
            left + right,
            Html.escaped(label),
            Html.escaped(message),
            left,
            right,
            band,
            left / 2,
            left + right / 2,
            ink);
  }

  private static String message(PageModel model, Moment moment) {
    return moment.aged() ? "unknown" : model.banner().sentence().toLowerCase(java.util.Locale.ROOT);
  }
}
