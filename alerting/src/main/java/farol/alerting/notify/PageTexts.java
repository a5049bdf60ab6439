package farol.alerting.notify;

import farol.alerting.alert.AlertGroup;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.Service;
import farol.alerting.door.Secrets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts together what a page says: names, links and, for mail, the letter. */
@Component
class PageTexts {
  private final Catalog catalog;
  private final ContactMethods methods;
  private final AcknowledgeLinks links;
  private final Secrets secrets;
  private final String baseUrl;

  PageTexts(
      Catalog catalog,
      ContactMethods methods,
      AcknowledgeLinks links,
      Secrets secrets,
      @Value("${farol.base-url:http://localhost:8080}") String baseUrl) {
    this.catalog = catalog;
    this.methods = methods;
    this.links = links;
    this.secrets = secrets;
    this.baseUrl = baseUrl.replaceAll("/+$", "");
  }

  PageMessage message(Page page, AlertGroup group, Instant now) {
    var person = Optional.ofNullable(page.person()).flatMap(catalog::person);
    return new PageMessage(
        page.id().value(),
        group,
        catalog.service(group.service()).map(Service::slug).orElse(""),
        person.map(Person::handle).orElse(null),
        page.address(),
        page.pass(),
        page.level(),
        page.possibleDuplicate(),
        person
            .map(who -> baseUrl + "/a/" + links.token(group.id(), who.id(), page.id(), now))
            .orElse(null),
        baseUrl + viewPath(group),
        secret(page),
        now);
  }

  static String viewPath(AlertGroup group) {
    return group.viewPath() == null ? "/alerts/" + group.number() : group.viewPath();
  }

  private @Nullable String secret(Page page) {
    return Optional.ofNullable(page.contactMethod())
        .flatMap(methods::find)
        .map(ContactMethod::sealedSecret)
        .map(secrets::open)
        .orElse(null);
  }

  ComposedMail mail(PageMessage message) {
    return PageMail.compose(message);
  }
}
