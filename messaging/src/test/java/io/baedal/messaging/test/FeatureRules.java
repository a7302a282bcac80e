package io.baedal.messaging.test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.library.dependencies.SliceRule;
import java.util.stream.Stream;

/**
 * Architecture rules of a service whose features each have a package, with their technologies in
 * packages below it, the leaves. A rule fails if a package that it names has no class.
 */
public final class FeatureRules {

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
    "java.sql..",
    "com.fasterxml.jackson..",
    "io.swagger.."
  };

  private FeatureRules() {}

  /** The features depend neither on a technology nor on a leaf. */
  public static ArchRule dependOnNoTechnology(String... features) {
    String[] leaves = Stream.of(features).map(feature -> feature + ".*..").toArray(String[]::new);
    return CompositeArchRule.of(
        Stream.of(features)
            .map(
                feature ->
                    noClasses()
                        .that()
                        .resideInAPackage(feature)
                        .should()
                        .dependOnClassesThat(
                            resideInAnyPackage(TECHNOLOGY).or(resideInAnyPackage(leaves)))
                        .allowEmptyShould(false))
            .toList());
  }

  /** The leaves of all features do not depend on each other. */
  public static SliceRule leavesDoNotDependOnEachOther(String service) {
    return slices().matching(service + ".(*).(*)..").should().notDependOnEachOther();
  }
}
