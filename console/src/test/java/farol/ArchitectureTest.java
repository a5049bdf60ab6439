package farol;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RestController;

/** The walls of the house. A new exception here needs a decision record. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("test-classes"))
          .importPackages("farol");

  @Test
  void roomsMeetOnlyThroughWhatTheyPublish() {
    ApplicationModules.of(FarolApplication.class).verify();
  }

  @Test
  void onlyTheClockBeanReadsTheTime() {
    holds(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("farol.console.ClockConfiguration")
            .should()
            .callMethodWhere(readsTheClock())
            .orShould()
            .callConstructor(Date.class));
  }

  private static DescribedPredicate<JavaMethodCall> readsTheClock() {
    return DescribedPredicate.describe(
        "reads the system's clock",
        call -> {
          AccessTarget.MethodCallTarget target = call.getTarget();
          var owner = target.getOwner().getFullName();
          var isNow =
              owner.startsWith("java.time.")
                  && target.getName().equals("now")
                  && target.getRawParameterTypes().isEmpty();
          var isZonedNow =
              owner.startsWith("java.time.")
                  && target.getName().equals("now")
                  && target.getRawParameterTypes().stream()
                      .anyMatch(type -> type.getFullName().equals("java.time.ZoneId"));
          var isClock =
              owner.equals(Clock.class.getName()) && target.getName().startsWith("system");
          var isMillis =
              owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis");
          return isNow || isZonedNow || isClock || isMillis;
        });
  }

  @Test
  void nobodySleeps() {
    holds(noClasses().should().callMethod(Thread.class, "sleep", long.class));
  }

  @Test
  void upstreamRoomsNameNoDownstreamOne() {
    holds(
        noClasses()
            .that(resideInAPackage("farol.alerting.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "farol.statuspage..",
                "farol.runbooks..",
                "farol.checklists..",
                "farol.capacity..",
                "farol.incidents..",
                "farol.console.."));
  }

  @Test
  void doorsLiveInTheWebPackageOfTheirSubDomain() {
    holds(
        noClasses()
            .that()
            .areAnnotatedWith(RestController.class)
            .and()
            .resideOutsideOfPackage("farol.console..")
            .should()
            .resideOutsideOfPackage("..web.."));
  }

  @Test
  void viewsLiveInTheConsoleOnly() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackage("farol.console..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.vaadin.."));
  }

  @Test
  void nothingOutsideTheAdaptersOfTheRoomsSpeaksSql() {
    holds(
        noClasses()
            .that()
            .haveSimpleNameEndingWith("View")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.jdbc.."));
  }

  @Test
  void sqlNeverAsksTheDatabaseForTheTime() throws IOException {
    var asks = Pattern.compile("(?i)\\b(now\\s*\\(\\)|current_timestamp|clock_timestamp)");
    try (Stream<Path> files = Files.walk(Path.of(".."))) {
      var guilty =
          files
              .filter(file -> file.toString().contains("/src/main/resources/db/migration/"))
              .filter(file -> file.toString().endsWith(".sql"))
              .filter(file -> asks.matcher(read(file)).find())
              .toList();

      assertThat(guilty).isEqualTo(List.of());
    }
  }

  @Test
  void noQueryInTheSourcesAsksTheDatabaseForTheTime() throws IOException {
    var asks =
        Pattern.compile("\"\"\"(?:(?!\"\"\").)*\\b(now\\(\\)|current_timestamp)", Pattern.DOTALL);
    try (Stream<Path> files = Files.walk(Path.of(".."))) {
      var guilty =
          files
              .filter(file -> file.toString().contains("/src/main/java/"))
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> asks.matcher(read(file)).find())
              .toList();

      assertThat(guilty).isEqualTo(List.of());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  private static void holds(ArchRule rule) {
    rule.allowEmptyShould(true).check(HOUSE);
  }
}
