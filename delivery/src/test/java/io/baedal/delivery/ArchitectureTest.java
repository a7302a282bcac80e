package io.baedal.delivery;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.baedal.messaging.test.CommonRules;
import io.baedal.messaging.test.FeatureRules;

@AnalyzeClasses(
    packages = "io.baedal.delivery",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "io.baedal.delivery";

  @ArchTest static final ArchTests COMMON = ArchTests.in(CommonRules.class);

  @ArchTest
  static final ArchRule featuresDependOnNoTechnology =
      FeatureRules.dependOnNoTechnology(
          ROOT + ".store", ROOT + ".courier", ROOT + ".state", ROOT + ".work", ROOT + ".refusal");

  @ArchTest
  static final ArchRule leavesDoNotDependOnEachOther =
      FeatureRules.leavesDoNotDependOnEachOther(ROOT)
          // what the tables of store and courier share
          .ignoreDependency(alwaysTrue(), resideInAPackage(ROOT + ".work.jpa"));

  @ArchTest
  static final ArchRule featuresDependOnlyOnSharedPackages =
      slices()
          .matching(ROOT + ".(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              alwaysTrue(), resideInAnyPackage(ROOT + ".work..", ROOT + ".refusal.."));
}
