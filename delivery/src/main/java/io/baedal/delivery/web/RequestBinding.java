package io.baedal.delivery.web;

import java.beans.PropertyEditorSupport;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.springframework.validation.SmartValidator;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Reads paths and parameters more strictly than Spring MVC alone. */
@ControllerAdvice
class RequestBinding {

  private final SmartValidator validator;

  RequestBinding(SmartValidator validator) {
    this.validator = validator;
  }

  @InitBinder
  void prepare(WebDataBinder binder) {
    // no parameter here is nested; page[a] is as unknown as any other name
    binder.setDisallowedFields("*[*", "*.*");
    binder.registerCustomEditor(UUID.class, new StrictUuid());
    binder.registerCustomEditor(Instant.class, new StrictInstant());
    if (binder.getValidator() != null) {
      // Spring Boot's own wrapper leaves out all other checks once a parameter is of a wrong type
      binder.replaceValidators(validator);
    }
  }

  /** An editor since a failed converter is followed by the JDK, which takes {@code 1-1-1-1-1}. */
  private static final class StrictUuid extends PropertyEditorSupport {

    private static final int LENGTH = 36;

    @Override
    public void setAsText(String text) {
      if (text.isEmpty()) {
        setValue(null);
      } else if (text.length() == LENGTH) {
        setValue(UUID.fromString(text));
      } else {
        throw new IllegalArgumentException("not a UUID");
      }
    }
  }

  /** No number, and nothing so far away that PostgreSQL cannot count so far. */
  private static final class StrictInstant extends PropertyEditorSupport {

    private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

    @Override
    public void setAsText(String text) {
      setValue(text.isEmpty() ? null : time(text));
    }

    private static Instant time(String text) {
      try {
        Instant time = Instant.parse(text);
        if (!time.isBefore(Instant.EPOCH) && !time.isAfter(END)) {
          return time;
        }
      } catch (DateTimeParseException notOne) {
        throw new IllegalArgumentException("not a time", notOne);
      }
      throw new IllegalArgumentException("too far away");
    }
  }
}
