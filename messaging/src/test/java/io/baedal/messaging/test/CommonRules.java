package io.baedal.messaging.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

/** Architecture rules of all services: {@code ArchTests.in(CommonRules.class)}. */
public final class CommonRules {

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS_FOR =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Util|Utils|Manager|Helper|Service|Dto)")
          .orShould()
          .haveSimpleNameStartingWith("Abstract")
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED =
      classes()
          .that()
          .haveSimpleName("package-info")
          .should()
          .beAnnotatedWith(NullMarked.class)
          .allowEmptyShould(false);

  private CommonRules() {}
}
