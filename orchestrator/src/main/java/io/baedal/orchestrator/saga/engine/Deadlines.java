package io.baedal.orchestrator.saga.engine;

import io.baedal.orchestrator.OrchestratorProperties;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** Called by the model's timers, as {@code deadlines}, for their due dates. */
@Component("deadlines")
public class Deadlines {

  private final OrchestratorProperties properties;

  Deadlines(OrchestratorProperties properties) {
    this.properties = properties;
  }

  /**
   * The deadline for the answer of a store that is requested now. A date, not a duration: for each
   * duration the engine would search the class path for a parser.
   */
  public Date storeAnswer() {
    return Date.from(ClockUtil.getCurrentTime().toInstant().plus(properties.storeAnswerDeadline()));
  }
}
