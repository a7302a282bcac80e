package io.baedal.orderview.view.web;

import io.baedal.messaging.event.OrderStatus;
import io.baedal.orderview.view.ViewFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a list was asked for. An empty parameter counts as none. */
record ListQuery(ViewFilter filter, int page, int size) {

  private static final int DEFAULT_SIZE = 20;
  private static final int LARGEST_SIZE = 100;
  private static final int LONGEST_ID = 200;

  /**
   * Reads the parameters.
   *
   * @throws InvalidRequest naming every one that is wrong
   */
  static ListQuery parse(
      @Nullable String customerId,
      @Nullable String storeId,
      @Nullable String status,
      @Nullable String page,
      @Nullable String size) {
    List<InvalidRequest.Field> errors = new ArrayList<>();
    ListQuery query =
        new ListQuery(
            new ViewFilter(
                id("customerId", customerId, errors),
                id("storeId", storeId, errors),
                status(status, errors)),
            number("page", page, 0, 0, Integer.MAX_VALUE, errors),
            number("size", size, DEFAULT_SIZE, 1, LARGEST_SIZE, errors));
    if (!errors.isEmpty()) {
      throw new InvalidRequest(errors);
    }
    return query;
  }

  /** PostgreSQL cannot hold the character NUL, so no id has one. */
  private static @Nullable String id(
      String field, @Nullable String text, List<InvalidRequest.Field> errors) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.length() > LONGEST_ID || text.chars().anyMatch(Character::isISOControl)) {
      errors.add(
          new InvalidRequest.Field(
              field, "must have at most " + LONGEST_ID + " characters, none of them invisible"));
    }
    return text;
  }

  private static @Nullable OrderStatus status(
      @Nullable String text, List<InvalidRequest.Field> errors) {
    if (text == null || text.isBlank()) {
      return null;
    }
    Optional<OrderStatus> status =
        Stream.of(OrderStatus.values()).filter(known -> known.name().equals(text)).findFirst();
    if (status.isEmpty()) {
      errors.add(
          new InvalidRequest.Field(
              "status",
              "must be one of "
                  + Arrays.stream(OrderStatus.values())
                      .map(Enum::name)
                      .collect(Collectors.joining(", "))));
    }
    return status.orElse(null);
  }

  private static int number(
      String field,
      @Nullable String text,
      int byDefault,
      int least,
      int most,
      List<InvalidRequest.Field> errors) {
    if (text == null || text.isBlank()) {
      return byDefault;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // named below
    }
    errors.add(
        new InvalidRequest.Field(field, "must be a whole number from " + least + " to " + most));
    return byDefault;
  }
}
