package io.baedal.order;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.baedal.messaging.test.CommonRules;

/** A rule that matches no class fails. */
@AnalyzeClasses(packages = "io.baedal.order", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests COMMON = ArchTests.in(CommonRules.class);

  private static final String DOMAIN = "io.baedal.order.ordering";

  @ArchTest
  static final ArchRule theDomainDependsOnNoTechnology =
      noClasses()
          .that()
          .resideInAPackage(DOMAIN)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework.web..",
              "org.springframework.http..",
              "org.springframework.boot..",
              "org.springframework.data..",
              "org.springframework.jdbc..",
              "org.springframework.kafka..",
              "org.apache..",
              "org.hibernate..",
              "jakarta..",
              "java.sql..",
              "com.fasterxml.jackson..",
              "io.swagger..",
              DOMAIN + ".*..")
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule leavesDoNotDependOnEachOther =
      slices().matching(DOMAIN + ".(*)..").should().notDependOnEachOther().allowEmptyShould(false);

  @ArchTest
  static final ArchRule onlyTheJpaLeafHasEntities =
      noClasses()
          .that()
          .resideOutsideOfPackage(DOMAIN + ".jpa")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.persistence..", "org.hibernate..")
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule onlyTheJdbcLeafHasStatements =
      noClasses()
          .that()
          .resideOutsideOfPackage(DOMAIN + ".jdbc")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework.jdbc..")
          .allowEmptyShould(false);
}
