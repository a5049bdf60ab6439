package farol.runbooks.devcloud.web;

import static org.assertj.core.api.Assertions.assertThat;

import farol.runbooks.devcloud.Devcloud;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PlatformApiTest {
  private final Devcloud cloud = Devcloud.fresh();

  @AfterEach
  void stop() {
    cloud.close();
  }

  @Test
  void makesAnAppWithEveryPropertyOfThePublicSchemaAndNoOther() {
    var made = cloud.send("POST", "/apps", "{\"name\":\"ipe\",\"region\":\"eu-west-1\",\"x\":1}");

    assertThat(made.status()).isEqualTo(201);
    assertThat(names(made.body()))
        .isEqualTo(
            Set.of(
                "acm",
                "archived_at",
                "buildpack_provided_description",
                "build_stack",
                "created_at",
                "generation",
                "git_url",
                "id",
                "internal_routing",
                "maintenance",
                "name",
                "owner",
                "organization",
                "team",
                "region",
                "released_at",
                "repo_size",
                "slug_size",
                "space",
                "stack",
                "updated_at",
                "web_url"));
    assertThat(made.body().path("region").path("name").asString()).isEqualTo("eu");
    assertThat(made.text("created_at")).isEqualTo("2026-11-24T15:00:00Z");
    assertThat(made.text("web_url")).matches("https://ipe-[0-9a-f]{12}\\.herokuapp\\.com/");
    assertThat(cloud.get("/apps/" + made.text("id")).text("name")).isEqualTo("ipe");
    assertThat(cloud.send("DELETE", "/apps/ipe", null).text("name")).isEqualTo("ipe");
    assertThat(cloud.get("/apps/ipe").text("id")).isEqualTo("not_found");
  }

  @Test
  void refusesATakenNameABadNameAndAnUnknownRegion() {
    cloud.send("POST", "/apps", "{\"name\":\"ipe\"}");

    assertThat(cloud.send("POST", "/apps", "{\"name\":\"ipe\"}").status()).isEqualTo(422);
    assertThat(cloud.send("POST", "/apps", "{\"name\":\"-x\"}").text("id"))
        .isEqualTo("invalid_params");
    assertThat(cloud.send("POST", "/apps", "{\"region\":\"mars\"}").status()).isEqualTo(422);
    assertThat(cloud.send("POST", "/apps", "{").text("id")).isEqualTo("bad_request");
    assertThat(cloud.send("POST", "/apps", "[1]").status()).isEqualTo(400);
    assertThat(cloud.send("POST", "/apps", "").text("name")).isNotBlank();
  }

  @Test
  void scalesByNumbersTextsAndDifferencesInOneBatch() {
    cloud.app("ipe", "us");

    var scaled =
        cloud.send(
            "PATCH",
            "/apps/ipe/formation",
            """
            {"updates":[{"type":"web","quantity":"3","size":"STANDARD-2x"},
              {"type":"worker","quantity":"+2"}]}
            """);

    assertThat(scaled.status()).isEqualTo(200);
    assertThat(scaled.body().get(0).path("quantity").asInt()).isEqualTo(3);
    assertThat(scaled.body().get(0).path("size").asString()).isEqualTo("standard-2X");
    assertThat(names(scaled.body().get(0)))
        .isEqualTo(
            Set.of(
                "app",
                "command",
                "created_at",
                "dyno_size",
                "id",
                "quantity",
                "size",
                "type",
                "updated_at"));
    assertThat(cloud.states("ipe"))
        .containsOnlyKeys("web.1", "web.2", "web.3", "worker.1", "worker.2");
    var one = cloud.send("PATCH", "/apps/ipe/formation/web", "{\"quantity\":\"-1\"}");
    assertThat(one.body().path("quantity").asInt()).isEqualTo(2);
  }

  @Test
  void leavesEverythingAsItWasWhenOneOfTheUpdatesIsRefused() {
    cloud.app("ipe", "us");

    var refused =
        cloud.send(
            "PATCH",
            "/apps/ipe/formation",
            """
            {"updates":[{"type":"web","quantity":"+1"},{"type":"nope","quantity":1}]}
            """);

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.text("id")).isEqualTo("not_found");
    assertThat(cloud.get("/apps/ipe/formation/web").body().path("quantity").asInt()).isEqualTo(1);
    assertThat(cloud.effects("formation.update")).isZero();
    var tooMany = cloud.send("PATCH", "/apps/ipe/formation/web", "{\"quantity\":101}");
    assertThat(tooMany.text("id")).isEqualTo("invalid_params");
    assertThat(cloud.send("PATCH", "/apps/ipe/formation/web", "{\"size\":\"huge\"}").status())
        .isEqualTo(422);
  }

  @Test
  void rollsBackToARestoredSlugAndConfigAsANewRelease() {
    cloud.app("ipe", "us");
    cloud.send("PATCH", "/apps/ipe/config-vars", "{\"A\":\"1\"}");
    cloud.deploy("ipe");
    cloud.send("PATCH", "/apps/ipe/config-vars", "{\"A\":\"2\",\"B\":\"3\"}");
    var third = cloud.get("/apps/ipe/releases/v3").body();

    var back =
        cloud.send(
            "POST",
            "/apps/ipe/releases",
            "{\"release\":\"%s\"}".formatted(third.path("id").asString()));

    assertThat(back.status()).isEqualTo(201);
    assertThat(back.body().path("version").asInt()).isEqualTo(6);
    assertThat(back.text("description")).isEqualTo("Rollback to v3");
    assertThat(back.body().path("slug")).isEqualTo(third.path("slug"));
    assertThat(back.body().path("current").asBoolean()).isTrue();
    assertThat(cloud.get("/apps/ipe/releases/5").body().path("current").asBoolean()).isFalse();
    assertThat(cloud.get("/apps/ipe/config-vars").raw().body()).isEqualTo("{\"A\":\"1\"}");
    var again = cloud.send("POST", "/apps/ipe/releases", "{\"release\":\"v3\"}");
    assertThat(again.body().path("version").asInt()).isEqualTo(7);
  }

  @Test
  void makesOneReleaseOfOneConfigChangeAndNoneOfAnEmptyOne() {
    cloud.app("ipe", "us");
    var before = cloud.get("/apps/ipe/releases").body().size();

    cloud.send("PATCH", "/apps/ipe/config-vars", "{\"A\":\"1\",\"B\":null}");
    cloud.send("PATCH", "/apps/ipe/config-vars", "{\"A\":\"1\"}");
    cloud.send("PATCH", "/apps/ipe/config-vars", "{}");

    assertThat(cloud.get("/apps/ipe/releases").body()).hasSize(before + 2);
    assertThat(cloud.send("PATCH", "/apps/ipe/config-vars", "{\"a-b\":\"1\"}").status())
        .isEqualTo(422);
    assertThat(cloud.send("PATCH", "/apps/ipe/config-vars", "{\"A\":1}").status()).isEqualTo(422);
  }

  @Test
  void answersAListInPiecesUntilNothingIsLeft() {
    cloud.send("POST", "/_farol/scenario", "{\"name\":\"fleet\",\"apps\":450}");

    var first = cloud.get("/apps", "Range", "name ..; max=200");
    var second = cloud.get("/apps", "Range", first.header("Next-Range"));
    var third = cloud.get("/apps", "Range", second.header("Next-Range"));

    assertThat(first.status()).isEqualTo(206);
    assertThat(first.body()).hasSize(200);
    assertThat(first.header("Next-Range")).isEqualTo("name ]fleet-00200..; max=200, order=asc");
    assertThat(first.header("Content-Range")).isEqualTo("name fleet-00001..fleet-00200");
    assertThat(second.status()).isEqualTo(206);
    assertThat(third.status()).isEqualTo(200);
    assertThat(third.body()).hasSize(50);
    assertThat(third.raw().headers().firstValue("Next-Range")).isEmpty();
    var last = cloud.get("/apps", "Range", "name ..,order=desc; max=1;");
    assertThat(last.body().get(0).path("name").asString()).isEqualTo("fleet-00450");
    assertThat(cloud.get("/apps", "Range", "colour ..").status()).isEqualTo(416);
    assertThat(cloud.get("/apps", "Range", "name ..x").status()).isEqualTo(416);
    assertThat(cloud.get("/apps", "Range", "name ..; max=many").status()).isEqualTo(416);
  }

  @Test
  void answers304WhileNothingChanged() {
    cloud.app("ipe", "us");
    var tag = cloud.get("/apps/ipe").header("ETag");

    var same = cloud.get("/apps/ipe", "If-None-Match", tag);
    cloud.send("PATCH", "/apps/ipe", "{\"maintenance\":true}");
    var other = cloud.get("/apps/ipe", "If-None-Match", tag);

    assertThat(same.status()).isEqualTo(304);
    assertThat(same.raw().body()).isEmpty();
    assertThat(other.status()).isEqualTo(200);
    assertThat(other.header("ETag")).isNotEqualTo(tag);
    assertThat(cloud.effects("maintenance.update")).isEqualTo(1);
  }

  @Test
  void wantsItsOwnAcceptAndAKey() {
    assertThat(cloud.get("/apps", "Accept", "application/json").text("id"))
        .isEqualTo("not_acceptable");
    assertThat(cloud.get("/apps", "Accept", "application/vnd.heroku+json;version=3.sdk").status())
        .isEqualTo(200);
    assertThat(cloud.get("/apps", "Authorization", "Bearer ").text("id")).isEqualTo("unauthorized");
    var basic = Base64.getEncoder().encodeToString(":demo".getBytes(StandardCharsets.UTF_8));
    assertThat(cloud.get("/account", "Authorization", "Basic " + basic).body())
        .isEqualTo(cloud.get("/account").body());
  }

  @Test
  void chargesEachCallAndRefusesWhenThePoolIsEmpty() {
    var first = cloud.get("/apps");
    var free = cloud.get("/account/rate-limits");

    assertThat(first.header("RateLimit-Remaining")).isEqualTo("4499");
    assertThat(first.header("RateLimit-Multiplier")).isEqualTo("1");
    assertThat(first.header("Request-Id")).hasSize(36);
    assertThat(free.body().path("remaining").asInt()).isEqualTo(4499);

    cloud
        .context
        .getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
        .sql("update runbooks.devcloud_pool set tokens = 0.5")
        .update();
    var refused = cloud.get("/apps");
    cloud.clock.advance(java.time.Duration.ofSeconds(2));

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.text("id")).isEqualTo("rate_limit");
    assertThat(refused.header("Retry-After")).isNotEmpty();
    assertThat(cloud.get("/apps").status()).isEqualTo(200);
  }

  @Test
  void saysPlainlyWhatIsNotBuiltAndWhatIsNotPossible() {
    cloud.app("ipe", "us");

    assertThat(cloud.get("/apps/ipe/builds").text("id")).isEqualTo("not_found");
    assertThat(cloud.get("/pipelines").status()).isEqualTo(404);
    assertThat(cloud.send("PUT", "/apps/ipe", "{}").text("id")).isEqualTo("method_not_allowed");
    assertThat(
            cloud
                .send("PATCH", "/apps/ipe", "{\"name\":\"%s\"}".formatted("x".repeat(1 << 20)))
                .status())
        .isEqualTo(413);
  }

  @Test
  void listsWhatThePlatformOffers() {
    assertThat(cloud.get("/regions").body()).hasSize(2);
    assertThat(cloud.get("/regions/us-east").text("name")).isEqualTo("us");
    assertThat(cloud.get("/stacks").body()).hasSize(1);
    assertThat(cloud.get("/dyno-sizes/Performance-L").text("name")).isEqualTo("performance-L");
  }

  private static Set<String> names(JsonNode object) {
    return new TreeSet<>(object.propertyNames());
  }
}
