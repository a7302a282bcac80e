package io.baedal.payment;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.baedal.messaging.test.CommonRules;

/** Each rule fails if its package has no class. */
@AnalyzeClasses(
    packages = "io.baedal.payment",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests COMMON = ArchTests.in(CommonRules.class);

  private static final String ROOT = "io.baedal.payment";

  private static final String[] TECHNOLOGY = {
    "org.springframework.web..",
    "org.springframework.http..",
    "org.springframework.data..",
    "org.springframework.jdbc..",
    "org.springframework.orm..",
    "org.springframework.kafka..",
    "org.apache.kafka..",
    "org.hibernate..",
    "jakarta.persistence..",
    "jakarta.servlet..",
    "com.fasterxml.jackson..",
    "io.swagger.."
  };

  private static final String[] LEAVES = {
    ROOT + ".charge.web", ROOT + ".charge.jpa", ROOT + ".charge.jdbc", ROOT + ".provider.simulation"
  };

  @ArchTest
  void featureRootsDependOnNoTechnologyAndNoLeaf(JavaClasses classes) {
    for (String root : new String[] {ROOT + ".charge", ROOT + ".provider"}) {
      noClasses()
          .that()
          .resideInAPackage(root)
          .should()
          .dependOnClassesThat(resideInAnyPackage(TECHNOLOGY).or(resideInAnyPackage(LEAVES)))
          .allowEmptyShould(false)
          .check(classes);
    }
  }

  @ArchTest
  void leavesDoNotDependOnEachOther(JavaClasses classes) {
    for (String leaf : LEAVES) {
      noClasses()
          .that()
          .resideInAPackage(leaf)
          .should()
          .dependOnClassesThat(resideInAnyPackage(LEAVES).and(resideOutsideOfPackage(leaf)))
          .allowEmptyShould(false)
          .check(classes);
    }
  }

  @ArchTest
  void theProviderDoesNotDependOnPayments(JavaClasses classes) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".provider..")
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT + ".charge.."))
        .allowEmptyShould(false)
        .check(classes);
  }
}
