package io.baedal.orderview;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.baedal.messaging.test.CommonRules;

/** A rule that matches no class fails. */
@AnalyzeClasses(
    packages = "io.baedal.orderview",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests COMMON = ArchTests.in(CommonRules.class);

  @ArchTest
  static final ArchRule theFeatureDependsOnNoTechnology =
      noClasses()
          .that()
          .resideInAPackage("io.baedal.orderview.view")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework.web..",
              "org.springframework.http..",
              "org.springframework.kafka..",
              "org.apache.kafka..",
              "org.springframework.jdbc..",
              "org.springframework.data..",
              "jakarta.persistence..",
              "java.sql..",
              "io.baedal.orderview.view.*..");

  @ArchTest
  static final ArchRule leavesDoNotDependOnEachOther =
      slices().matching("io.baedal.orderview.view.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule requestsAreAnsweredWithoutKafka =
      noClasses()
          .that()
          .resideInAPackage("io.baedal.orderview.view.web..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework.kafka..", "org.apache.kafka..", "io.baedal.messaging.inbox..");
}
