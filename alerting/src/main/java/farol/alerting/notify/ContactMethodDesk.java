package farol.alerting.notify;

import farol.alerting.alert.Urgency;
import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Audit;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.Role;
import farol.alerting.door.GuardedHttp;
import farol.alerting.door.Refusal;
import farol.alerting.door.Secrets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Manages how people are reached. Addresses are shown masked, secrets never. */
@Service
public class ContactMethodDesk {
  public static final int ADDRESS_MAX = 320;
  public static final int NAME_MAX = 100;
  public static final int RULES_PER_URGENCY = 10;
  public static final int AFTER_SECONDS_MAX = 86_400;

  private static final Pattern MAIL = Pattern.compile("[^\\s@<>,;:\"\\p{Cntrl}]+@[A-Za-z0-9.-]+");
  private static final List<String> NOT_BUILT =
      List.of("NTFY", "WEB_PUSH", "SLACK", "MATTERMOST", "SMS", "VOICE");

  /** A contact method as asked for. */
  public record Draft(
      @Nullable String type,
      @Nullable String address,
      @Nullable String name,
      @Nullable String secret,
      @Nullable Integer bundleSeconds,
      @Nullable Integer maxPerMinute,
      @Nullable Boolean attested,
      @Nullable String reason) {}

  /**
   * A contact method as shown.
   *
   * @param address masked
   * @param secret only in the answer that created it, when it was made up by Farol
   */
  public record View(
      UUID id,
      String type,
      String address,
      @Nullable String name,
      String state,
      @Nullable String secret) {}

  /** After so many seconds by this method. */
  public record RuleDraft(@Nullable Integer afterSeconds, @Nullable UUID contactMethod) {}

  /** The rules of a person, per urgency. */
  public record Rules(List<RuleDraft> high, List<RuleDraft> low) {}

  private final ContactMethods methods;
  private final Catalog catalog;
  private final GuardedHttp http;
  private final Secrets secrets;
  private final Audit audit;
  private final InstantSource clock;

  ContactMethodDesk(
      ContactMethods methods,
      Catalog catalog,
      GuardedHttp http,
      Secrets secrets,
      Audit audit,
      InstantSource clock) {
    this.methods = methods;
    this.catalog = catalog;
    this.http = http;
    this.secrets = secrets;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public View add(Actor actor, String handle, Draft draft) {
    var person = reachedBy(actor, handle);
    var attested = Boolean.TRUE.equals(draft.attested);
    if (attested) {
      actor.mustBe(Role.ADMIN);
    }
    var type = type(draft.type);
    var address = address(type, draft.address);
    if (draft.name != null && draft.name.length() > NAME_MAX) {
      throw Refusal.invalid("name", "has at most %d characters".formatted(NAME_MAX));
    }
    refuseLimits(draft);
    if (methods.of(person.id()).size() >= ContactMethod.METHODS_PER_PERSON) {
      throw Refusal.invalid(
          "type",
          "%s has %d methods, as many as there may be"
              .formatted(handle, ContactMethod.METHODS_PER_PERSON));
    }
    return store(actor, person, draft, type, address, attested);
  }

  private View store(
      Actor actor, Person person, Draft draft, ChannelType type, String address, boolean attested) {
    var secret = secret(type, draft.secret);
    var state = attested ? ContactMethod.State.VERIFIED : ContactMethod.State.PENDING;
    var sealed = secret == null ? null : secrets.seal(secret);
    var method =
        new ContactMethod(UUID.randomUUID(), person.id(), type, address, draft.name, sealed, state);
    var now = clock.instant();
    methods.insert(method, attested ? actor.person().id() : null, draft.reason, now);
    audit.record(
        actor,
        now,
        "contact-method.added",
        "person/" + person.handle(),
        null,
        Map.of("type", type.name(), "address", method.masked(), "state", state.name()));
    return view(method, draft.secret == null ? secret : null);
  }

  /** Oldest first. */
  public List<View> list(Actor actor, String handle) {
    var person = reachedBy(actor, handle);
    return methods.of(person.id()).stream().map(method -> view(method, null)).toList();
  }

  /** Methods are the person's own; managers and administrators see and add them too. */
  private Person reachedBy(Actor actor, String handle) {
    var person = catalog.person(handle).orElseThrow(() -> Refusal.notFound("The person " + handle));
    if (!actor.person().id().equals(person.id())) {
      actor.mustBe(Role.MANAGER);
    }
    return person;
  }

  private static ChannelType type(@Nullable String type) {
    if (type == null) {
      throw Refusal.invalid("type", "is missing");
    }
    if (NOT_BUILT.contains(type)) {
      throw Refusal.notBuilt("The channel " + type);
    }
    return switch (type) {
      case "EMAIL" -> ChannelType.EMAIL;
      case "WEBHOOK" -> ChannelType.WEBHOOK;
      default -> throw Refusal.invalid("type", "is EMAIL or WEBHOOK, not '%s'".formatted(type));
    };
  }

  private String address(ChannelType type, @Nullable String address) {
    if (address == null || address.isBlank()) {
      throw Refusal.invalid("address", "is missing");
    }
    if (type == ChannelType.WEBHOOK) {
      return http.checked("address", address).toString();
    }
    if (address.length() > ADDRESS_MAX || !MAIL.matcher(address).matches()) {
      throw Refusal.invalid("address", "is a mail address");
    }
    return address;
  }

  private static @Nullable String secret(ChannelType type, @Nullable String asked) {
    if (type != ChannelType.WEBHOOK) {
      return null;
    }
    if (asked == null) {
      return WebhookSecret.generate();
    }
    try {
      WebhookSecret.parse(asked);
    } catch (IllegalArgumentException wrong) {
      throw Refusal.invalid("secret", String.valueOf(wrong.getMessage()));
    }
    return asked;
  }

  /** 0 means no bundling and no limit, which is what there is. */
  private static void refuseLimits(Draft draft) {
    if (draft.bundleSeconds != null && draft.bundleSeconds != 0) {
      throw Refusal.notBuilt("Bundling (bundleSeconds other than 0)");
    }
    if (draft.maxPerMinute != null && draft.maxPerMinute != 0) {
      throw Refusal.notBuilt("A limit of pages (maxPerMinute other than 0)");
    }
  }

  private static View view(ContactMethod method, @Nullable String secret) {
    return new View(
        method.id(),
        method.type().name(),
        method.masked(),
        method.name(),
        method.state().name(),
        secret);
  }

  /** Replaces the rules of a person; an empty list means the fallback. */
  @Transactional
  public Rules setRules(Actor actor, String handle, Rules rules) {
    var person = reachedBy(actor, handle);
    var own = methods.of(person.id()).stream().map(ContactMethod::id).toList();
    var high = checked("high", rules.high, own);
    var low = checked("low", rules.low, own);
    methods.replaceRules(person.id(), Urgency.HIGH, high);
    methods.replaceRules(person.id(), Urgency.LOW, low);
    audit.record(
        actor,
        clock.instant(),
        "notification-rules.changed",
        "person/" + handle,
        null,
        Map.of("high", high, "low", low));
    return rules(person);
  }

  private static List<ContactMethods.Rule> checked(
      String field, List<RuleDraft> drafts, List<UUID> own) {
    if (drafts.size() > RULES_PER_URGENCY) {
      throw Refusal.invalid(field, "are at most %d".formatted(RULES_PER_URGENCY));
    }
    return IntStream.range(0, drafts.size())
        .mapToObj(i -> checked("%s[%d].".formatted(field, i), drafts.get(i), own))
        .toList();
  }

  private static ContactMethods.Rule checked(String at, RuleDraft draft, List<UUID> own) {
    var after = draft.afterSeconds;
    if (after == null || after < 0 || after > AFTER_SECONDS_MAX) {
      throw Refusal.invalid(at + "afterSeconds", "is 0 to %d".formatted(AFTER_SECONDS_MAX));
    }
    var method = draft.contactMethod;
    if (method == null || !own.contains(method)) {
      throw Refusal.invalid(at + "contactMethod", "is a contact method of this person");
    }
    return new ContactMethods.Rule(after, method);
  }

  public Rules rules(Actor actor, String handle) {
    return rules(reachedBy(actor, handle));
  }

  private Rules rules(Person person) {
    return new Rules(drafts(person, Urgency.HIGH), drafts(person, Urgency.LOW));
  }

  private List<RuleDraft> drafts(Person person, Urgency urgency) {
    return methods.rules(person.id(), urgency).stream()
        .map(rule -> new RuleDraft(rule.afterSeconds(), rule.contactMethod()))
        .toList();
  }
}
