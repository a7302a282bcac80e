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

/** Rules of the packages. A rule that matches no class fails (ArchUnit's default). */
@AnalyzeClasses(packages = "io.baedal.orchestrator", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests COMMON = ArchTests.in(CommonRules.class);

  private static final String SAGA = "io.baedal.orchestrator.saga";
  private static final String OPERATIONS = "io.baedal.orchestrator.operations..";
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern ENGINE_TABLE =
      Pattern.compile("\\bact_(ge|hi|re|ru)_", Pattern.CASE_INSENSITIVE);

  @ArchTest
  static final ArchRule theSagaDoesNotDependOnOperations =
      noClasses()
          .that()
          .resideInAPackage(SAGA + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(OPERATIONS);

  @ArchTest
  static final ArchRule theSagaDoesNotDependOnItsTechnologies =
      noClasses().that().resideInAPackage(SAGA).should().dependOnClassesThat(isLeafOfTheSaga());

  @ArchTest
  static final ArchRule technologiesOfTheSagaDoNotDependOnEachOther =
      slices().matching(SAGA + ".(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule operationsDependOnlyOnInterfacesOfTheSaga =
      noClasses()
          .that()
          .resideInAPackage(OPERATIONS)
          .should()
          .dependOnClassesThat(isLeafOfTheSaga());

  @ArchTest
  static final ArchRule operationsDoNotDependOnEachOther =
      slices()
          .matching("io.baedal.orchestrator.operations.(*)..")
          .should()
          .notDependOnEachOther()
          // each act is recorded
          .ignoreDependency(
              resideInAPackage(OPERATIONS),
              resideInAPackage("io.baedal.orchestrator.operations.acts"));

  @ArchTest
  static final ArchRule onlyLeavesDependOnFeign =
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
  static final ArchRule onlyALeafDependsOnKafka =
      noClasses()
          .that()
          .resideOutsideOfPackage(SAGA + ".kafka")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..");

  @ArchTest
  static final ArchRule onlyThesePackagesDependOnEngineInternals =
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

  /** An upgrade of the engine requires a check of these classes. */
  @Test
  void onlyTheseClassesAccessTheTablesOfTheEngine() throws IOException {
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
