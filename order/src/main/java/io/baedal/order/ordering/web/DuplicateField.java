package io.baedal.order.ordering.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import org.jspecify.annotations.Nullable;

/** Finds out which field Jackson's duplicate detection stopped at. */
final class DuplicateField {

  /** The path of the field that is there twice; null if {@code fault} is something else. */
  static @Nullable String namedIn(JsonProcessingException fault) {
    String message = fault.getOriginalMessage();
    if (message == null
        || !message.startsWith("Duplicate field")
        || !(fault.getProcessor() instanceof JsonParser parser)) {
      return null;
    }
    return path(parser.getParsingContext());
  }

  private static String path(@Nullable JsonStreamContext context) {
    if (context == null || context.inRoot()) {
      return "";
    }
    String parent = path(context.getParent());
    if (context.inArray()) {
      return parent + "[" + context.getCurrentIndex() + "]";
    }
    return parent.isEmpty() ? context.getCurrentName() : parent + "." + context.getCurrentName();
  }

  private DuplicateField() {}
}
