package io.baedal.orchestrator.operator;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Why an operator does something: there must be a reason, and the record must be able to hold it.
 */
@NotBlank
@Size(max = ReasonText.LONGEST)
@Pattern(regexp = "[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]*")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@interface ReasonText {

  int LONGEST = 500;

  String message() default "must be 1 to 500 characters in one line";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
