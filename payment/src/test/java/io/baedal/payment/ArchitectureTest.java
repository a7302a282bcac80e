package io.baedal.payment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.baedal.messaging.test.CommonRules;
import io.baedal.messaging.test.FeatureRules;

@AnalyzeClasses(
    packages = "io.baedal.payment",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "io.baedal.payment";

  @ArchTest static final ArchTests COMMON = ArchTests.in(CommonRules.class);

  @ArchTest
  static final ArchRule featuresDependOnNoTechnology =
      FeatureRules.dependOnNoTechnology(ROOT + ".charge", ROOT + ".provider");

  @ArchTest
  static final ArchRule leavesDoNotDependOnEachOther =
      FeatureRules.leavesDoNotDependOnEachOther(ROOT);

  @ArchTest
  static final ArchRule theProviderDoesNotDependOnPayments =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".provider..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + ".charge..");
}
