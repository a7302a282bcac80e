package io.baedal.orchestrator;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.baedal.messaging.test.CommonRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A rule that matches no class fails (ArchUnit's default), so no rule becomes obsolete unnoticed.
 */
@AnalyzeClasses(packages = "io.baedal.orchestrator", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests COMMON = ArchTests.in(CommonRules.class);

  private static final String SAGA = "io.baedal.orchestrator.saga";
  private static final String OPERATIONS = "io.baedal.orchestrator.operations..";
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern ENGINE_TABLE =
      Pattern.compile("\\bact_(ge|hi|re|ru)_", Pattern.CASE_INSENSITIVE);

  @ArchTest
  static final ArchRule theSagaKnowsNothingOfOperations =
      noClasses()
          .that()
          .resideInAPackage(SAGA + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(OPERATIONS);

  @ArchTest
  static final ArchRule theSagaKnowsNoneOfItsTechnologies =
      noClasses().that().resideInAPackage(SAGA).should().dependOnClassesThat(isLeafOfTheSaga());

  @ArchTest
  static final ArchRule technologiesOfTheSagaDoNotKnowEachOther =
      slices().matching(SAGA + ".(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule operationsUseTheSagaByItsInterfaces =
      noClasses()
          .that()
          .resideInAPackage(OPERATIONS)
          .should()
          .dependOnClassesThat(isLeafOfTheSaga());

  @ArchTest
  static final ArchRule operationsDoNotKnowEachOther =
      slices()
          .matching("io.baedal.orchestrator.operations.(*)..")
          .should()
          .notDependOnEachOther()
          // each act is recorded
          .ignoreDependency(
              resideInAPackage(OPERATIONS),
              resideInAPackage("io.baedal.orchestrator.operations.acts"));

  @ArchTest
  static final ArchRule onlyLeavesKnowFeign =
      noClasses()
          .that(
              not(
                  resideInAnyPackage(
                      "io.baedal.orchestrator",
                      SAGA + ".feign",
                      "io.baedal.orchestrator.operations.reconciliation")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("feign..", "org.springframework.cloud.openfeign..");

  @ArchTest
  static final ArchRule onlyALeafKnowsKafka =
      noClasses()
          .that()
          .resideOutsideOfPackage(SAGA + ".kafka")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..");

  @ArchTest
  static final ArchRule onlyThesePackagesKnowTheInsideOfTheEngine =
      noClasses()
          .that(
              not(
                  resideInAnyPackage(
                      SAGA + ".engine",
                      "io.baedal.orchestrator.operations.access",
                      "io.baedal.orchestrator.operations.migration")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.camunda.bpm.engine.impl..");

  @ArchTest
  static final ArchRule delegatesAreNotPublic =
      classes()
          .that()
          .implement("org.camunda.bpm.engine.delegate.JavaDelegate")
          .should()
          .notBePublic();

  private static DescribedPredicate<JavaClass> isLeafOfTheSaga() {
    return resideInAPackage(SAGA + ".*").as("are in a leaf of the saga");
  }

  /** Classes that use the engine's tables directly; an upgrade of the engine has to check them. */
  @Test
  void onlyTheseClassesTouchTheTablesOfTheEngine() throws IOException {
    try (var files = Files.walk(SOURCES)) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".java"))
                  .filter(file -> ENGINE_TABLE.matcher(content(file)).find())
                  .map(file -> file.getFileName().toString().replace(".java", "")))
          .containsExactlyInAnyOrder(
              "EngineProcess",
              "JdbcParkedMessages",
              "JdbcFulfillments",
              "JdbcStuckOrders",
              "FailingStepRow",
              "OrderProcesses");
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
