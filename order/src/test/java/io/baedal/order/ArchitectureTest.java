package io.baedal.order;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.baedal.messaging.test.CommonRules;
import io.baedal.messaging.test.FeatureRules;

@AnalyzeClasses(packages = "io.baedal.order", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests COMMON = ArchTests.in(CommonRules.class);

  private static final String DOMAIN = "io.baedal.order.ordering";
  private static final String CATALOGUE = "io.baedal.order.catalogue";

  @ArchTest
  static final ArchRule featuresDependOnNoTechnology =
      FeatureRules.dependOnNoTechnology(DOMAIN, CATALOGUE);

  @ArchTest
  static final ArchRule ordersDoNotDependOnTheCatalogue =
      noClasses()
          .that()
          .resideInAPackage(DOMAIN + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(CATALOGUE + "..")
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule leavesDoNotDependOnEachOther =
      FeatureRules.leavesDoNotDependOnEachOther("io.baedal.order");

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
  static final ArchRule onlyTheJdbcLeavesHaveStatements =
      noClasses()
          .that()
          .resideOutsideOfPackages(DOMAIN + ".jdbc", CATALOGUE + ".jdbc")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework.jdbc..")
          .allowEmptyShould(false);
}
