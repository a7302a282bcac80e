package io.baedal.orchestrator.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;

/** Says which fields of a request are bad, in words that name no class of ours. */
final class BadFields {

  static final String DETAIL = "The request has bad fields.";

  private static final Pattern TWICE = Pattern.compile("^Duplicate field '(\\w{1,50})'");

  static List<BadField> of(BindingResult result) {
    return result.getFieldErrors().stream()
        .map(error -> new BadField(error.getField(), message(error)))
        .distinct()
        .sorted(Comparator.comparing(BadField::field).thenComparing(BadField::message))
        .toList();
  }

  /** The field whose JSON is bad; empty if it is the body as a whole. */
  static List<BadField> of(JsonProcessingException bad) {
    if (bad instanceof JsonMappingException wrongType) {
      return of(wrongType);
    }
    Matcher twice = TWICE.matcher(bad.getOriginalMessage());
    return twice.find()
        ? List.of(new BadField(twice.group(1), "must not be given twice"))
        : List.of();
  }

  private static List<BadField> of(JsonMappingException wrongType) {
    String field =
        wrongType.getPath().stream()
            .map(step -> String.valueOf(step.getFieldName()))
            .collect(Collectors.joining("."));
    Class<?> type =
        wrongType instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    String message =
        wrongType instanceof UnrecognizedPropertyException ? "is not known" : mustBe(type);
    return field.isEmpty() ? List.of() : List.of(new BadField(field, message));
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
    if (type == Boolean.class) {
      return "must be true or false";
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
