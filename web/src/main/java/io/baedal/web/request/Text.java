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
 * Text for people: line breaks and tabs are allowed, and at least one character must be visible.
 * Lengths are in code points, so that a Korean syllable and an emoji each count as one character.
 */
@Documented
@Constraint(validatedBy = Text.Rule.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Text {

  /** The maximum length. */
  int max();

  String message() default "must be text of 1 to {max} characters, not all of them invisible";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** An absent text is valid. */
  final class Rule implements ConstraintValidator<Text, CharSequence> {

    private int max;

    @Override
    public void initialize(Text constraint) {
      max = constraint.max();
    }

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
      return value == null || (Texts.isVisible(value) && Texts.length(value) <= max);
    }
  }
}
