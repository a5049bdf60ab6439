package farol.statuspage.renderer;

import farol.statuspage.incident.Post;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The history as an Atom feed (RFC 4287): one entry per published post, newest first. */
final class Atom {
  static final int ENTRIES_MAX = 100;

  private record Entry(Told told, Post post) {
    Instant updated() {
      return Objects.requireNonNullElse(post.editedAt(), Told.at(post));
    }
  }

  private Atom() {}

  static String feed(PageModel model) {
    var entries = entries(model);
    var page = model.page();
    // A feed without entries is as old as the page.
    var updated =
        entries.stream()
            .map(Entry::updated)
            .max(Comparator.naturalOrder())
            .orElse(page.createdAt());
    var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    xml.append("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n")
        .append("<id>tag:%s,2026:history</id>\n".formatted(host(model)))
        .append("<title>%s status</title>\n".formatted(Html.escaped(page.name())))
        .append("<updated>%s</updated>\n".formatted(Times.millis(updated)))
        .append(link("self", page.address("/history.atom")))
        .append(link("alternate", page.url()))
        .append("<author><name>%s</name></author>\n".formatted(Html.escaped(page.name())));
    entries.forEach(entry -> append(xml, model, entry));
    return xml.append("</feed>\n").toString();
  }

  private static List<Entry> entries(PageModel model) {
    return model.incidents().stream()
        .flatMap(told -> told.posts().stream().map(post -> new Entry(told, post)))
        .sorted(
            Comparator.comparing((Entry entry) -> Told.at(entry.post()))
                .reversed()
                .thenComparing(entry -> entry.post().id()))
        .limit(ENTRIES_MAX)
        .toList();
  }

  private static void append(StringBuilder xml, PageModel model, Entry entry) {
    var incident = entry.told().incident();
    var address = model.page().address("/i/" + entry.told().id());
    xml.append("<entry>\n")
        .append("<id>tag:%s,2026:post/%s</id>\n".formatted(host(model), entry.post().id()))
        .append(
            "<title>%s: %s</title>\n"
                .formatted(Html.escaped(incident.name()), entry.post().status().code()))
        .append("<published>%s</published>\n".formatted(Times.millis(Told.at(entry.post()))))
        .append("<updated>%s</updated>\n".formatted(Times.millis(entry.updated())))
        .append(link("alternate", address + "#" + entry.post().id()))
        .append(link("via", address))
        .append(category("impact", incident.impact().code()));
    incident
        .components()
        .forEach(one -> xml.append(category("component", model.componentName(one.id()))));
    incident.regions().forEach(region -> xml.append(category("region", region)));
    xml.append(
            "<content type=\"text\">%s\n%s</content>\n"
                .formatted(
                    Times.minute(Told.at(entry.post()), model.page().timeZone()),
                    Html.escaped(entry.post().body())))
        .append("</entry>\n");
  }

  private static String link(String relation, String address) {
    return "<link rel=\"%s\" href=\"%s\"/>\n".formatted(relation, Html.escaped(address));
  }

  private static String category(String scheme, String term) {
    return "<category scheme=\"urn:farol:%s\" term=\"%s\"/>\n"
        .formatted(scheme, Html.escaped(term));
  }

  private static String host(PageModel model) {
    return Objects.requireNonNullElse(URI.create(model.page().url()).getHost(), "localhost");
  }
}
