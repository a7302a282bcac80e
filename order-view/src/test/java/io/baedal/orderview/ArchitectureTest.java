package io.baedal.orderview;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.baedal.messaging.test.CommonRules;
import io.baedal.messaging.test.FeatureRules;

@AnalyzeClasses(
    packages = "io.baedal.orderview",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests COMMON = ArchTests.in(CommonRules.class);

  @ArchTest
  static final ArchRule theFeatureDependsOnNoTechnology =
      FeatureRules.dependOnNoTechnology("io.baedal.orderview.view");

  @ArchTest
  static final ArchRule leavesDoNotDependOnEachOther =
      FeatureRules.leavesDoNotDependOnEachOther("io.baedal.orderview");

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
