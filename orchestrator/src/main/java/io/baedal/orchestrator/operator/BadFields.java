package io.baedal.orchestrator.operator;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;

/** Says which fields of a request are bad, in words that name no class of ours. */
final class BadFields {

  static final String DETAIL = "The request has bad fields.";

  static List<BadField> of(BindingResult result) {
    return result.getFieldErrors().stream()
        .map(error -> new BadField(error.getField(), message(error)))
        .distinct()
        .sorted(Comparator.comparing(BadField::field).thenComparing(BadField::message))
        .toList();
  }

  /** The field whose JSON is of the wrong type; empty if it is the body as a whole. */
  static List<BadField> of(JsonMappingException wrongType) {
    String field =
        wrongType.getPath().stream()
            .map(step -> String.valueOf(step.getFieldName()))
            .collect(Collectors.joining("."));
    Class<?> type =
        wrongType instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    return field.isEmpty() ? List.of() : List.of(new BadField(field, mustBe(type)));
  }

  private static String mustBe(@Nullable Class<?> type) {
    if (type == null) {
      return "is not valid";
    }
    if (type.isEnum()) {
      return oneOf(Arrays.asList(type.getEnumConstants()));
    }
    if (type == UUID.class) {
      return "must be a UUID";
    }
    if (type == Instant.class) {
      return "must be a time such as 2026-11-22T18:00:00Z";
    }
    if (type == String.class) {
      return "must be text";
    }
    if (type == Instant.class) {
      return "must be a time such as 2026-01-31T18:30:00Z";
    }
    return "must be a whole number";
  }

  static String oneOf(List<?> values) {
    return values.stream()
        .map(String::valueOf)
        .collect(Collectors.joining(", ", "must be one of ", ""));
  }

  private static String message(FieldError error) {
    if (error.contains(TypeMismatchException.class)) {
      return mustBe(error.unwrap(TypeMismatchException.class).getRequiredType());
    }
    String message = error.getDefaultMessage();
    return message == null || error.isBindingFailure() ? "is not valid" : message;
  }

  record BadField(String field, String message) {}

  private BadFields() {}
}
