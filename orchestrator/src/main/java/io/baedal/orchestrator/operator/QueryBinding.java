package io.baedal.orchestrator.operator;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Reads parameters more strictly than Spring MVC alone. */
@ControllerAdvice
class QueryBinding {

  @InitBinder
  void prepare(WebDataBinder binder) {
    // no parameter here is nested; page[a] is as unknown as any other name
    binder.setDisallowedFields("*[*", "*.*");
  }
}
