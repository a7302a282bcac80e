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

  @ArchTest
  static final ArchRule theDomainDependsOnNoTechnology = FeatureRules.dependOnNoTechnology(DOMAIN);

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
  static final ArchRule onlyTheJdbcLeafHasStatements =
      noClasses()
          .that()
          .resideOutsideOfPackage(DOMAIN + ".jdbc")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework.jdbc..")
          .allowEmptyShould(false);
}
