package io.baedal.order.catalogue;

/** There is no such menu, or none that the caller may change. */
public final class MenuNotFound extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MenuNotFound(String storeId) {
    super("There is no menu of store " + storeId + ".");
  }
}
