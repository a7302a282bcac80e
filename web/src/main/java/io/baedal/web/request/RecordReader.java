package io.baedal.web.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.baedal.web.problem.BadFields;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Creates records from requests, and reports all errors of a request. Jackson and Spring's data
 * binder stop at the first error of a kind, have different error messages, and accept undeclared
 * fields.
 */
public final class RecordReader {

  private final Validator validator;
  private final List<RecordCheck<?>> checks;

  public RecordReader(Validator validator, List<RecordCheck<?>> checks) {
    this.validator = validator;
    this.checks = List.copyOf(checks);
  }

  /**
   * Reads the body of a request.
   *
   * @throws io.baedal.web.problem.ProblemException with all errors
   */
  public <T> T read(Class<T> type, JsonNode body) {
    var faults = new BadFields();
    faults.addAll(PendingFaults.ofCurrentRequest());
    Object read = ofJson(type, body, "", faults);
    faults.throwIfAny();
    return type.cast(Objects.requireNonNull(read));
  }

  /**
   * Reads query parameters, one for each component.
   *
   * @throws io.baedal.web.problem.ProblemException with all errors in them
   */
  <T> T read(Class<T> type, RawQuery query) {
    var faults = new BadFields();
    faults.addAll(query.faults());
    Map<String, Supplier<@Nullable Object>> values = new LinkedHashMap<>();
    for (Component component : Component.of(type)) {
      List<String> texts = query.values(component.name());
      if (!texts.isEmpty()) {
        values.put(component.name(), () -> ofTexts(component, texts, faults));
      }
    }
    unknown(query.names(), type, "", faults);
    Object read = record(type, values, "", faults);
    faults.throwIfAny();
    return type.cast(Objects.requireNonNull(read));
  }

  private @Nullable Object ofTexts(Component component, List<String> texts, BadFields faults) {
    if (!component.isList() && texts.size() > 1) {
      faults.add(component.name(), "must not be given twice");
      return null;
    }
    List<@Nullable Object> values = new ArrayList<>();
    for (String text : texts) {
      values.add(ofText(component, text, component.name(), faults));
    }
    return component.isList() ? allOrNone(values) : values.get(0);
  }

  private @Nullable Object ofJson(Class<?> type, JsonNode json, String path, BadFields faults) {
    if (!json.isObject()) {
      faults.add(path.isEmpty() ? "body" : path, "must be a JSON object");
      return null;
    }
    String prefix = path.isEmpty() ? "" : path + ".";
    Map<String, Supplier<@Nullable Object>> values = new LinkedHashMap<>();
    for (Component component : Component.of(type)) {
      JsonNode value = json.get(component.name());
      // null is the same as an absent field
      if (value != null && !value.isNull()) {
        String place = prefix + component.name();
        values.put(
            component.name(),
            () ->
                component.isList()
                    ? list(component, value, place, faults)
                    : element(component, value, place, faults));
      }
    }
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    unknown(names, type, prefix, faults);
    return record(type, values, prefix, faults);
  }

  private @Nullable Object list(
      Component component, JsonNode json, String place, BadFields faults) {
    if (!json.isArray()) {
      faults.add(place, "must be a list");
      return null;
    }
    List<@Nullable Object> values = new ArrayList<>();
    Size size = component.constraint(Size.class);
    // one element too many is enough to fail the size constraint
    int limit = size == null ? json.size() : Math.min(json.size(), size.max() + 1);
    for (int i = 0; i < limit; i++) {
      values.add(element(component, json.get(i), place + "[" + i + "]", faults));
    }
    return allOrNone(values);
  }

  private @Nullable Object element(
      Component component, JsonNode json, String place, BadFields faults) {
    ValueType type = ValueType.of(component.element());
    if (type == null) {
      return ofJson(component.element(), json, place, faults);
    }
    if (!type.json().test(json)) {
      faults.add(place, requirement(component, type));
      return null;
    }
    return ofText(component, json.asText(), place, faults);
  }

  private static @Nullable Object ofText(
      Component component, String text, String place, BadFields faults) {
    ValueType type = ValueType.of(component.element());
    if (type == null) {
      throw new IllegalStateException(component.element() + " cannot be read");
    }
    try {
      return type.read(text);
    } catch (IllegalArgumentException e) {
      faults.add(place, requirement(component, type));
      return null;
    }
  }

  /** The constraint on a number is more specific than its type. */
  private static String requirement(Component component, ValueType type) {
    WholeNumber bounds = component.constraint(WholeNumber.class);
    return bounds == null
        ? type.requirement()
        : "must be a whole number from %d to %d".formatted(bounds.min(), bounds.max());
  }

  private static @Nullable Object allOrNone(List<@Nullable Object> values) {
    return values.contains(null) ? null : List.copyOf(values);
  }

  private static void unknown(
      Iterable<String> names, Class<?> type, String prefix, BadFields faults) {
    Set<String> known =
        Component.of(type).stream().map(Component::name).collect(Collectors.toSet());
    for (String name : new HashSet<>(toList(names))) {
      if (!known.contains(name)) {
        faults.add(prefix + name, "is unknown");
      }
    }
  }

  private static List<String> toList(Iterable<String> names) {
    List<String> list = new ArrayList<>();
    names.forEach(list::add);
    return list;
  }

  /** Returns null if a component is invalid. */
  private @Nullable Object record(
      Class<?> type,
      Map<String, Supplier<@Nullable Object>> values,
      String prefix,
      BadFields faults) {
    List<Component> components = Component.of(type);
    @Nullable Object[] arguments = new Object[components.size()];
    boolean complete = true;
    for (int i = 0; i < arguments.length; i++) {
      Component component = components.get(i);
      Supplier<@Nullable Object> value = values.get(component.name());
      arguments[i] = value == null ? null : value.get();
      if (value == null && component.isRequired()) {
        faults.add(prefix + component.name(), "is missing");
      }
      boolean valid =
          arguments[i] != null
              ? isValid(type, component, arguments[i], prefix, faults)
              : value == null && !component.isRequired();
      complete = complete && valid;
      arguments[i] = valid ? arguments[i] : null;
    }
    List<RecordCheck<?>> own = checks.stream().filter(check -> check.type() == type).toList();
    if (!complete && own.isEmpty()) {
      return null;
    }
    Object record = construct(type, components, arguments);
    own.forEach(check -> check(check, record, faults));
    return complete ? record : null;
  }

  private static <T> void check(RecordCheck<T> check, Object record, BadFields faults) {
    check.check(check.type().cast(record), faults);
  }

  private boolean isValid(
      Class<?> type, Component component, @Nullable Object value, String prefix, BadFields faults) {
    var violations = validator.validateValue(type, component.name(), value);
    violations.stream()
        .map(
            violation ->
                Map.entry(
                    prefix + place(violation.getPropertyPath().toString()), violation.getMessage()))
        .distinct()
        .sorted(Map.Entry.comparingByKey())
        .forEach(fault -> faults.add(fault.getKey(), fault.getValue()));
    return violations.isEmpty();
  }

  /** The path as clients write it: {@code orderId[3]}, not {@code orderId[3].<list element>}. */
  private static String place(String path) {
    return path.replace(".<list element>", "");
  }

  private static Object construct(
      Class<?> type, List<Component> components, @Nullable Object[] arguments) {
    try {
      Class<?>[] types =
          components.stream()
              .map(component -> component.declared().getType())
              .toArray(Class<?>[]::new);
      Constructor<?> canonical = type.getDeclaredConstructor(types);
      canonical.setAccessible(true);
      return canonical.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(type + " refuses what its constraints allow", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be instantiated", e);
    }
  }
}
