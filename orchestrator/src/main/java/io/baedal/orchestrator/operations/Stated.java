package io.baedal.orchestrator.operations;

import io.baedal.web.request.Remark;
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
 * A reason with at least one visible character, as each operator act is recorded with. Nothing else
 * in a reason is invalid, see {@link Remark}.
 */
@Documented
@Constraint(validatedBy = Stated.Rule.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Stated {

  String message() default "must contain a visible character";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** An absent reason is valid here: the component declares whether it is required. */
  final class Rule implements ConstraintValidator<Stated, Remark> {

    @Override
    public boolean isValid(@Nullable Remark reason, ConstraintValidatorContext context) {
      return reason == null || Remark.kept(reason, Reasons.LONGEST) != null;
    }
  }
}
