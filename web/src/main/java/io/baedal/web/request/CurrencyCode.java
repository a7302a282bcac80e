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

/** The ISO 4217 code of a currency that is in use today. */
@Documented
@Constraint(validatedBy = CurrencyCode.Rule.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface CurrencyCode {

  String message() default "must be the ISO 4217 code of a current currency, such as KRW";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** An absent code is valid. */
  final class Rule implements ConstraintValidator<CurrencyCode, CharSequence> {

    @Override
    public boolean isValid(@Nullable CharSequence code, ConstraintValidatorContext context) {
      return code == null || Currencies.isCurrent(code.toString());
    }
  }
}
