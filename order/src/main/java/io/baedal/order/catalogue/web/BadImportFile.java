package io.baedal.order.catalogue.web;

import org.jspecify.annotations.Nullable;

/** The import file cannot be used; nothing was imported, and the service does not start. */
class BadImportFile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BadImportFile(String file, String reason, @Nullable Throwable cause) {
    super(
        "Cannot import menus from %s (order.catalogue.import-file): %s".formatted(file, reason),
        cause);
  }
}
