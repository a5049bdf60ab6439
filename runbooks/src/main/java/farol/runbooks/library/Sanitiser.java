package farol.runbooks.library;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** The allow-list through which all HTML passes before anyone sees it. */
final class Sanitiser {
  private static final Pattern LANGUAGE = Pattern.compile("language-[A-Za-z0-9_+#.-]{1,40}");
  private static final Pattern RELATIVE =
      Pattern.compile("(?!/?/)(?![a-zA-Z][a-zA-Z0-9+.-]*:)\\S*");
  private static final Pattern ALIGN = Pattern.compile("left|right|center");
  private static final PolicyFactory POLICY =
      new HtmlPolicyBuilder()
          .allowElements(
              "p",
              "br",
              "hr",
              "h1",
              "h2",
              "h3",
              "h4",
              "h5",
              "h6",
              "ul",
              "ol",
              "li",
              "blockquote",
              "pre",
              "code",
              "em",
              "strong",
              "del",
              "s",
              "sub",
              "sup",
              "kbd",
              "table",
              "thead",
              "tbody",
              "tr",
              "th",
              "td",
              "a",
              "img")
          .allowStandardUrlProtocols()
          .allowUrlProtocols("http", "https", "mailto")
          .allowAttributes("href")
          .onElements("a")
          .requireRelNofollowOnLinks()
          .allowAttributes("class")
          .matching(LANGUAGE)
          .onElements("code")
          .allowAttributes("class")
          .matching(true, "task-list-item")
          .onElements("li")
          .allowAttributes("src")
          .matching(RELATIVE)
          .onElements("img")
          .allowAttributes("alt", "title")
          .onElements("img")
          .allowAttributes("align")
          .matching(ALIGN)
          .onElements("th", "td")
          .allowAttributes("start")
          .matching(Pattern.compile("\\d{1,9}"))
          .onElements("ol")
          .toFactory();

  private Sanitiser() {}

  static String clean(String html) {
    return POLICY.sanitize(html);
  }
}
