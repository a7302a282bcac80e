package io.baedal.web.access;

import org.jspecify.annotations.Nullable;

/**
 * What a caller may see and change: everything, or what belongs to one of these ids. It is part of
 * each query, so that what is outside of it does not exist for the caller. A controller takes it as
 * an argument.
 *
 * @param all whether everything is inside; then the ids are null
 */
public record Scope(
    boolean all,
    @Nullable String customerId,
    @Nullable String storeId,
    @Nullable String courierId) {

  /** The request attribute with the scope of the caller. */
  public static final String ATTRIBUTE = Scope.class.getName();

  /** Everything. */
  public static final Scope ALL = new Scope(true, null, null, null);

  /** Whether what belongs to this store is inside. */
  public boolean includesStore(String id) {
    return all || id.equals(storeId);
  }
}
