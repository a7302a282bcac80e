package io.baedal.order.ordering.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.baedal.order.ordering.NumberRule;
import io.baedal.order.ordering.TextRule;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object field by field and goes on after a fault. A required field that is missing or
 * wrong reads as a placeholder: look at the errors before using anything. JSON's null is the same
 * as an absent field.
 */
final class FieldReader {

  private final JsonNode object;
  private final String prefix;
  private final FieldErrors errors;
  private final Set<String> known = new HashSet<>();

  FieldReader(JsonNode object, String prefix, FieldErrors errors) {
    this.object = object;
    this.prefix = prefix;
    this.errors = errors;
  }

  boolean has(String name) {
    known.add(name);
    return object.hasNonNull(name);
  }

  void fault(String name, String message) {
    errors.add(prefix + name, message);
  }

  /** A required text; {@code fallback} stands in for it if there is one. */
  String text(String name, TextRule rule, @Nullable String fallback) {
    String value = has(name) ? optionalText(name, rule) : fallback;
    if (value == null && !has(name)) {
      fault(name, "is missing");
    }
    return value == null ? "" : value;
  }

  @Nullable String optionalText(String name, TextRule rule) {
    if (!has(name)) {
      return null;
    }
    JsonNode value = object.get(name);
    if (!value.isTextual()) {
      fault(name, "must be text");
      return null;
    }
    return checked(name, value.textValue(), rule);
  }

  /** A text that {@code parse} makes a value of, or throws that it cannot. */
  <T> @Nullable T optionalParsed(String name, Function<String, T> parse, String demand) {
    if (!has(name)) {
      return null;
    }
    try {
      return parse.apply(object.get(name).asText());
    } catch (IllegalArgumentException | DateTimeException e) {
      fault(name, demand);
      return null;
    }
  }

  /** A name that some clients count up: text, or a whole number read as its digits. */
  @Nullable String optionalReference(String name, TextRule rule) {
    if (!has(name)) {
      return null;
    }
    JsonNode value = object.get(name);
    if (!value.isTextual() && !value.isIntegralNumber()) {
      fault(name, "must be text or a whole number");
      return null;
    }
    return checked(name, value.asText(), rule);
  }

  /** A required whole number; {@code fallback} stands in for it if there is one. */
  long wholeNumber(String name, NumberRule rule, @Nullable Number fallback) {
    if (!has(name)) {
      if (fallback == null) {
        fault(name, "is missing");
      }
      return fallback == null ? rule.min() : fallback.longValue();
    }
    JsonNode value = object.get(name);
    boolean fits = value.isIntegralNumber() && value.canConvertToLong();
    if (!fits || !rule.allows(value.longValue())) {
      fault(name, rule.demand());
      return rule.min();
    }
    return value.longValue();
  }

  /** A required name of a constant. */
  <E extends Enum<E>> E oneOf(String name, Class<E> type) {
    if (!has(name)) {
      fault(name, "is missing");
    }
    E value = optionalOneOf(name, type);
    return value == null ? type.getEnumConstants()[0] : value;
  }

  <E extends Enum<E>> @Nullable E optionalOneOf(String name, Class<E> type) {
    if (!has(name)) {
      return null;
    }
    JsonNode value = object.get(name);
    E[] constants = type.getEnumConstants();
    for (E constant : constants) {
      if (value.isTextual() && constant.name().equals(value.textValue())) {
        return constant;
      }
    }
    fault(name, "must be one of " + Arrays.toString(constants));
    return null;
  }

  /** Readers for the objects in a required array of 1 to {@code most}; none if it is wrong. */
  List<FieldReader> objects(String name, int most) {
    if (!has(name)) {
      fault(name, "is missing");
      return List.of();
    }
    JsonNode array = object.get(name);
    if (!array.isArray() || array.isEmpty() || array.size() > most) {
      fault(name, "must be an array of 1 to " + most + " objects");
      return List.of();
    }
    List<FieldReader> readers = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      String place = name + "[" + i + "]";
      if (array.get(i).isObject()) {
        readers.add(new FieldReader(array.get(i), prefix + place + ".", errors));
      } else {
        fault(place, "must be an object");
      }
    }
    return readers;
  }

  /** Names the fields that nobody asked for; call when all others are read. */
  void rejectUnknown() {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                fault(name, "is not known here");
              }
            });
  }

  private @Nullable String checked(String name, String value, TextRule rule) {
    String fault = rule.fault(value);
    if (fault != null) {
      fault(name, fault);
      return null;
    }
    return value;
  }
}
