package farol.runbooks.devcloud.web;

import static farol.runbooks.devcloud.web.Json.object;
import static farol.runbooks.devcloud.web.Json.seconds;

import farol.runbooks.devcloud.Account;
import farol.runbooks.devcloud.CloudApp;
import farol.runbooks.devcloud.CloudFormation;
import farol.runbooks.devcloud.CloudRelease;
import farol.runbooks.devcloud.CloudSlug;
import farol.runbooks.devcloud.DynoNow;
import farol.runbooks.devcloud.DynoSize;
import farol.runbooks.devcloud.Hash;
import farol.runbooks.devcloud.Region;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Objects of the Platform API: every property of the public schema, and no other. */
final class Shapes {
  static final String STACK = "heroku-24";

  /** When everything that is part of the platform itself was made. */
  private static final Instant FOUNDED = Instant.parse("2024-01-01T00:00:00Z");

  private Shapes() {}

  static Map<String, @Nullable Object> app(CloudApp app) {
    return object(
        "acm", false,
        "archived_at", null,
        "buildpack_provided_description", null,
        "build_stack", stackReference(),
        "created_at", seconds(app.createdAt()),
        "generation", generation(),
        "git_url", "https://git.heroku.com/%s.git".formatted(app.name()),
        "id", app.id(),
        "internal_routing", false,
        "maintenance", app.maintenance(),
        "name", app.name(),
        "owner", user(app.owner()),
        "organization", null,
        "team", null,
        "region", object("id", app.region().id(), "name", app.region().wire()),
        "released_at", seconds(app.releasedAt()),
        "repo_size", null,
        "slug_size", null,
        "space", null,
        "stack", stackReference(),
        "updated_at", seconds(app.updatedAt()),
        "web_url", "https://%s-%s.herokuapp.com/".formatted(app.name(), app.suffix()));
  }

  private static Map<String, @Nullable Object> user(Account account) {
    return object("email", account.email(), "id", account.id());
  }

  private static Map<String, @Nullable Object> reference(CloudApp app) {
    return object("id", app.id(), "name", app.name());
  }

  private static Map<String, @Nullable Object> stackReference() {
    return object("id", Hash.id("stack", STACK), "name", STACK);
  }

  private static Map<String, @Nullable Object> generation() {
    return object("id", Hash.id("generation", "cedar"), "name", "cedar");
  }

  static Map<String, @Nullable Object> formation(CloudApp app, CloudFormation row) {
    return object(
        "app", reference(app),
        "command", row.command(),
        "created_at", seconds(row.createdAt()),
        "dyno_size", object("id", row.size().id(), "name", row.size().wire()),
        "id", row.id(),
        "quantity", row.quantity(),
        "size", row.size().wire(),
        "type", row.type(),
        "updated_at", seconds(row.updatedAt()));
  }

  static Map<String, @Nullable Object> dyno(CloudApp app, DynoNow now) {
    var dyno = now.dyno();
    return object(
        "attach_url", null,
        "command", dyno.command(),
        "created_at", seconds(now.createdAt()),
        "id", now.id(),
        "name", dyno.name(),
        "release", object("id", dyno.releaseId(), "version", dyno.releaseVersion()),
        "app", reference(app),
        "size", dyno.size().wire(),
        "state", now.state().wire(),
        "type", dyno.type(),
        "updated_at", seconds(now.updatedAt()));
  }

  static Map<String, @Nullable Object> release(
      CloudApp app, CloudRelease release, boolean current) {
    var slug = release.slug();
    return object(
        "addon_plan_names", List.of(),
        "artifacts", slug == null ? List.of() : List.of(object("type", "slug", "id", slug)),
        "app", reference(app),
        "created_at", seconds(release.createdAt()),
        "description", release.description(),
        "id", release.id(),
        "updated_at", seconds(release.createdAt()),
        "slug", slug == null ? null : object("id", slug),
        "status", "succeeded",
        "user", user(release.account()),
        "version", release.version(),
        "current", current,
        "output_stream_url", null,
        "eligible_for_rollback", true);
  }

  static Map<String, @Nullable Object> slug(CloudSlug slug, String blobUrl) {
    return object(
        "blob", object("method", "PUT", "url", blobUrl),
        "buildpack_provided_description", null,
        "checksum", null,
        "commit", slug.commit(),
        "commit_description", null,
        "created_at", seconds(slug.createdAt()),
        "id", slug.id(),
        "process_types", slug.processTypes(),
        "size", null,
        "stack", stackReference(),
        "updated_at", seconds(slug.createdAt()),
        "deleted_at", null);
  }

  static Map<String, @Nullable Object> region(Region region) {
    return object(
        "country", region.country(),
        "created_at", seconds(FOUNDED),
        "description", region == Region.US ? "United States" : "Europe",
        "id", region.id(),
        "locale", region.locale(),
        "name", region.wire(),
        "private_capable", false,
        "provider", object("name", "amazon-web-services", "region", region.provider()),
        "updated_at", seconds(FOUNDED));
  }

  static Map<String, @Nullable Object> stack() {
    return object(
        "default",
        true,
        "created_at",
        seconds(FOUNDED),
        "id",
        Hash.id("stack", STACK),
        "name",
        STACK,
        "state",
        "public",
        "updated_at",
        seconds(FOUNDED));
  }

  static Map<String, @Nullable Object> size(DynoSize size) {
    return object(
        "architecture", "amd64",
        "compute", size.compute(),
        "cost", null,
        "dedicated", size.dedicated(),
        "precise_dyno_units", size.units(),
        "generation", generation(),
        "id", size.id(),
        "memory", size.memoryGib(),
        "name", size.wire(),
        "private_space_only", false);
  }

  static Map<String, @Nullable Object> account(Account account) {
    var name = account.email().substring(0, account.email().indexOf('@'));
    return object(
        "allow_tracking",
        false,
        "beta",
        false,
        "created_at",
        seconds(FOUNDED),
        "email",
        account.email(),
        "federated",
        false,
        "id",
        account.id(),
        "identity_provider",
        null,
        "last_login",
        null,
        "name",
        name.toLowerCase(Locale.ROOT),
        "sms_number",
        null,
        "suspended_at",
        null,
        "delinquent_at",
        null,
        "two_factor_authentication",
        false,
        "updated_at",
        seconds(FOUNDED),
        "verified",
        true,
        "country_of_residence",
        null,
        "default_organization",
        null,
        "default_team",
        null);
  }
}
