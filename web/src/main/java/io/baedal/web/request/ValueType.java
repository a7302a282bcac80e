package io.baedal.web.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.baedal.web.page.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a simple value is read from JSON and from a query.
 *
 * @param requirement the error message for other values
 * @param json which JSON values are allowed
 * @param parse parses a text; throws an exception if the text is not a value of the type
 */
record ValueType(String requirement, Predicate<JsonNode> json, Function<String, Object> parse) {

  /** Stricter than {@link UUID#fromString}, which accepts 1-1-1-1-1. */
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** No sign before zero, no leading zeros, only ASCII digits. */
  private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,18}");

  /** The latest time. PostgreSQL's range is larger; the earliest time is the epoch. */
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private static final ValueType TEXT =
      new ValueType("must be text without NUL or unpaired surrogates", JsonNode::isTextual, text());

  private static final ValueType WHOLE_LONG =
      new ValueType(
          "must be a whole number", JsonNode::isIntegralNumber, text -> Long.valueOf(whole(text)));

  private static final ValueType WHOLE_INT =
      new ValueType(
          "must be a whole number",
          JsonNode::isIntegralNumber,
          text -> Integer.valueOf(whole(text)));

  static final ValueType ID = new ValueType("must be a UUID", JsonNode::isTextual, ValueType::uuid);

  private static final ValueType BOOLEAN =
      new ValueType("must be true or false", JsonNode::isBoolean, ValueType::bool);

  private static final Map<Class<?>, ValueType> KNOWN =
      Map.ofEntries(
          Map.entry(String.class, TEXT),
          Map.entry(Remark.class, new ValueType("must be text", JsonNode::isTextual, Remark::new)),
          Map.entry(
              Reference.class,
              new ValueType(
                  "must be text or a whole number",
                  json -> json.isTextual() || json.isIntegralNumber(),
                  text -> new Reference((String) text().apply(text)))),
          Map.entry(long.class, WHOLE_LONG),
          Map.entry(Long.class, WHOLE_LONG),
          Map.entry(int.class, WHOLE_INT),
          Map.entry(Integer.class, WHOLE_INT),
          Map.entry(boolean.class, BOOLEAN),
          Map.entry(Boolean.class, BOOLEAN),
          Map.entry(UUID.class, ID),
          Map.entry(
              Instant.class,
              new ValueType(
                  "must be a time such as 2026-11-22T18:00:00Z",
                  JsonNode::isTextual,
                  ValueType::time)),
          Map.entry(
              Cursor.class,
              new ValueType(
                  "must be the \"next\" of an earlier answer",
                  JsonNode::isTextual,
                  Cursor::parse)));

  /** Returns null if the type is not a simple value. */
  static @Nullable ValueType of(Class<?> type) {
    return type.isEnum() ? oneOf(type) : KNOWN.get(type);
  }

  private static ValueType oneOf(Class<?> type) {
    Map<String, Object> constants =
        Arrays.stream(type.getEnumConstants())
            .collect(Collectors.toMap(constant -> ((Enum<?>) constant).name(), c -> c));
    String names =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> ((Enum<?>) constant).name())
            .collect(Collectors.joining(", "));
    return new ValueType(
        "must be one of " + names, JsonNode::isTextual, text -> known(constants.get(text)));
  }

  /**
   * The value of {@code text}.
   *
   * @throws IllegalArgumentException if it is not a value of this type
   */
  Object read(String text) {
    try {
      return parse.apply(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Function<String, Object> text() {
    return text -> known(Texts.isStorable(text) ? text : null);
  }

  private static String whole(String text) {
    return (String) known(WHOLE_NUMBER.matcher(text).matches() ? text : null);
  }

  private static Object bool(String text) {
    return known(text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null);
  }

  private static Object uuid(String text) {
    return known(UUID_TEXT.matcher(text).matches() ? UUID.fromString(text) : null);
  }

  private static Object time(String text) {
    Instant time = Instant.parse(text);
    return known(time.isBefore(Instant.EPOCH) || time.isAfter(LAST) ? null : time);
  }

  private static Object known(@Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException("no value of this type");
    }
    return value;
  }
}
