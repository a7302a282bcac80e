package io.baedal.orchestrator.fulfillment;

import io.baedal.orchestrator.OrchestratorProperties;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** The model's timers ask here, as {@code deadlines}, when they end. */
@Component("deadlines")
public class Deadlines {

  private final OrchestratorProperties properties;

  Deadlines(OrchestratorProperties properties) {
    this.properties = properties;
  }

  /**
   * Until when a store that is asked now may answer. A date, not a duration: for each of those the
   * engine would search the whole class path for a parser.
   */
  public Date storeAnswer() {
    return Date.from(ClockUtil.getCurrentTime().toInstant().plus(properties.storeAnswerDeadline()));
  }
}
