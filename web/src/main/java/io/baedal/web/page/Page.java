package io.baedal.web.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next the value of {@code after} for the next page; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {

  /** The size of a page if the request has none. */
  public static final int DEFAULT_SIZE = 20;

  public static final int LARGEST_SIZE = 100;

  /** Describes the parameter {@code after} in API documents. */
  public static final String AFTER = "The value of next in the previous page";

  /**
   * Creates a page of rows.
   *
   * @param rows up to one more than {@code size}; the extra row shows that there is a next page
   * @param cursor the position of a row in the list
   */
  public static <R, T> Page<T> of(
      List<R> rows, int size, Function<R, Cursor> cursor, Function<R, T> item) {
    List<R> shown = rows.size() > size ? rows.subList(0, size) : rows;
    String next = rows.size() > size ? cursor.apply(shown.get(shown.size() - 1)).toString() : null;
    return new Page<>(shown.stream().map(item).toList(), next);
  }

  public static int sizeOf(@Nullable Integer requested) {
    return requested == null ? DEFAULT_SIZE : requested;
  }
}
