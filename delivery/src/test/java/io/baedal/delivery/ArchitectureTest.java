package io.baedal.delivery;

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
    packages = "io.baedal.delivery",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests COMMON = ArchTests.in(CommonRules.class);

  private static final String ROOT = "io.baedal.delivery";

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
    ROOT + ".store.web",
    ROOT + ".store.jpa",
    ROOT + ".store.simulation",
    ROOT + ".courier.web",
    ROOT + ".courier.jpa",
    ROOT + ".courier.simulation",
    ROOT + ".state.web",
    ROOT + ".state.jdbc",
    ROOT + ".refusal.web"
  };

  @ArchTest
  void featureRootsDependOnNoTechnologyAndNoLeaf(JavaClasses classes) {
    for (String root :
        new String[] {
          ROOT + ".store", ROOT + ".courier", ROOT + ".state", ROOT + ".work", ROOT + ".refusal"
        }) {
      noClasses()
          .that()
          .resideInAPackage(root)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(TECHNOLOGY)
                  .or(resideInAnyPackage(LEAVES))
                  .or(resideInAPackage(ROOT + ".work.jpa")))
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
  void featuresDoNotDependOnEachOther(JavaClasses classes) {
    String[] features = {ROOT + ".store..", ROOT + ".courier..", ROOT + ".state.."};
    for (String feature : features) {
      noClasses()
          .that()
          .resideInAPackage(feature)
          .should()
          .dependOnClassesThat(resideInAnyPackage(features).and(resideOutsideOfPackage(feature)))
          .allowEmptyShould(false)
          .check(classes);
    }
  }

  @ArchTest
  void sharedPackagesDependOnNoFeature(JavaClasses classes) {
    for (String shared : new String[] {ROOT + ".work..", ROOT + ".refusal.."}) {
      noClasses()
          .that()
          .resideInAPackage(shared)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(ROOT + ".store..", ROOT + ".courier..", ROOT + ".state.."))
          .allowEmptyShould(false)
          .check(classes);
    }
  }
}
