package io.baedal.order.ordering.web;

import io.baedal.order.ordering.NumberRule;
import io.baedal.order.ordering.TextRule;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads query parameters and goes on after a fault. */
final class QueryReader {

  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

  private final Map<String, String[]> parameters;
  private final FieldErrors errors;

  QueryReader(HttpServletRequest request, FieldErrors errors) {
    this.parameters = request.getParameterMap();
    this.errors = errors;
    // Tomcat leaves out what it cannot decode, which would silently drop a filter
    if (request.getAttribute("org.apache.catalina.parameter_parse_failed") != null) {
      errors.add("query", "is not correctly percent-encoded");
    }
  }

  boolean has(String name) {
    return parameters.containsKey(name);
  }

  @Nullable String text(String name, TextRule rule) {
    String value = single(name);
    String fault = value == null ? null : rule.fault(value);
    if (fault != null) {
      errors.add(name, fault);
      return null;
    }
    return value;
  }

  int wholeNumber(String name, NumberRule rule, int fallback) {
    String value = single(name);
    if (value == null) {
      return fallback;
    }
    // no sign, and no digits beyond ASCII's
    if (value.matches("[0-9]{1,9}") && rule.allows(Integer.parseInt(value))) {
      return Integer.parseInt(value);
    }
    errors.add(name, rule.demand());
    return fallback;
  }

  <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type) {
    String value = single(name);
    if (value == null) {
      return null;
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(value)) {
        return constant;
      }
    }
    errors.add(name, "must be one of " + Arrays.toString(type.getEnumConstants()));
    return null;
  }

  /**
   * One to {@code most} ids; what is wrong with them is noted, and the answer then means nothing.
   */
  List<UUID> ids(String name, int most) {
    String[] values = parameters.getOrDefault(name, new String[0]);
    if (values.length < 1 || values.length > most) {
      errors.add(name, "must be given 1 to " + most + " times");
      return List.of();
    }
    return Arrays.stream(values).map(value -> id(name, value)).toList();
  }

  UUID id(String name) {
    return id(name, single(name));
  }

  private UUID id(String name, @Nullable String value) {
    Optional<UUID> id = value == null ? Optional.empty() : PathId.parse(value);
    if (id.isEmpty()) {
      errors.add(name, "must be a UUID");
    }
    return id.orElseGet(() -> new UUID(0, 0));
  }

  Instant instant(String name) {
    String value = single(name);
    try {
      Instant time = value == null ? null : Instant.parse(value);
      // PostgreSQL cannot count much further
      if (time != null && !time.isBefore(Instant.EPOCH) && time.isBefore(END_OF_TIME)) {
        return time;
      }
    } catch (DateTimeParseException notOne) {
      // named below
    }
    errors.add(name, "must be a time such as 2026-01-31T18:30:00Z");
    return Instant.EPOCH;
  }

  private @Nullable String single(String name) {
    String[] values = parameters.get(name);
    if (values == null) {
      return null;
    }
    if (values.length > 1) {
      errors.add(name, "must not be given twice");
      return null;
    }
    return values[0];
  }
}
