package io.baedal.web.request;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * A name that programs compare, such as the id of a store: one line, without invisible characters
 * and without spaces at its ends.
 */
@Documented
@Constraint(validatedBy = {Name.Rule.class, Name.ReferenceRule.class})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Name {

  /** The maximum length in characters. */
  int max();

  String message() default "must be 1 to {max} characters, none of them invisible";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** An absent name is valid. */
  final class Rule implements ConstraintValidator<Name, CharSequence> {

    private int max;

    @Override
    public void initialize(Name constraint) {
      max = constraint.max();
    }

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
      return value == null || Texts.isName(value, max);
    }
  }

  /** The same rule for a reference. */
  final class ReferenceRule implements ConstraintValidator<Name, Reference> {

    private final Rule rule = new Rule();

    @Override
    public void initialize(Name constraint) {
      rule.initialize(constraint);
    }

    @Override
    public boolean isValid(@Nullable Reference value, ConstraintValidatorContext context) {
      return value == null || rule.isValid(value.value(), context);
    }
  }
}
