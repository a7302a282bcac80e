package io.baedal.order.ordering.web;

import io.baedal.order.ordering.NumberRule;
import io.baedal.order.ordering.TextRule;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads query parameters and goes on after a fault. */
final class QueryReader {

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
