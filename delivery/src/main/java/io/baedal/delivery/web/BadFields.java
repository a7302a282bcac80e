package io.baedal.delivery.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.baedal.delivery.web.Problems.BadField;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
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

  static List<BadField> of(BindingResult result) {
    return result.getFieldErrors().stream()
        .map(error -> new BadField(error.getField(), message(error)))
        .distinct()
        .sorted(Comparator.comparing(BadField::field).thenComparing(BadField::message))
        .toList();
  }

  /** The field whose JSON is of the wrong type; empty if it is the body as a whole. */
  static List<BadField> of(JsonMappingException wrongType) {
    String field = path(wrongType);
    Class<?> type =
        wrongType instanceof MismatchedInputException mismatch
            ? mismatch.getTargetType()
            : Long.class; // a number too large is all that remains
    return field.isEmpty() ? List.of() : List.of(new BadField(field, mustBe(type)));
  }

  static String mustBe(@Nullable Class<?> type) {
    if (type == null) {
      return "is not valid";
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(String::valueOf)
          .collect(Collectors.joining(", ", "must be one of ", ""));
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
    if (Collection.class.isAssignableFrom(type)) {
      return "must be a list";
    }
    return type.isPrimitive() || Number.class.isAssignableFrom(type)
        ? "must be a whole number"
        : "must be an object";
  }

  private static String message(FieldError error) {
    if (error.contains(TypeMismatchException.class)) {
      return mustBe(error.unwrap(TypeMismatchException.class).getRequiredType());
    }
    String message = error.getDefaultMessage();
    return message == null || error.isBindingFailure() ? "is not valid" : message;
  }

  /** As in {@code items[0].quantity}. */
  private static String path(JsonMappingException exception) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : exception.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }

  private BadFields() {}
}
