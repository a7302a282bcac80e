package io.baedal.orchestrator;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Rules fail when they match no class (ArchUnit's default), so none can rot away. */
@AnalyzeClasses(packages = "io.baedal.orchestrator", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule onlyTheWorkerPackageSpeaksHttpToWorkers =
      noClasses()
          .that(not(resideInAnyPackage("..worker..", "io.baedal.orchestrator")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("feign..", "org.springframework.cloud.openfeign..");

  @ArchTest
  static final ArchRule engineTypesStayOutOfWorkersAndOperatorCalls =
      noClasses()
          .that()
          .resideInAnyPackage("..worker..", "..operator..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.camunda..");

  @ArchTest
  static final ArchRule onlyTheListenerKnowsKafka =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Listener")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..");

  @ArchTest
  static final ArchRule delegatesAreNotPublic =
      classes()
          .that()
          .implement("org.camunda.bpm.engine.delegate.JavaDelegate")
          .should()
          .notBePublic();
}
