package io.baedal.orchestrator.fulfillment;

import io.baedal.orchestrator.OrchestratorProperties;
import org.springframework.stereotype.Component;

/** The model's timers ask here, as {@code deadlines}, how long they run. */
@Component("deadlines")
public class Deadlines {

  private final OrchestratorProperties properties;

  Deadlines(OrchestratorProperties properties) {
    this.properties = properties;
  }

  /** How long a store may take to answer, as an ISO 8601 duration. */
  public String storeAnswer() {
    return properties.storeAnswerDeadline().toString();
  }
}
