package io.baedal.orchestrator.saga.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevelActivity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.jspecify.annotations.Nullable;

/**
 * A history level that keeps only the start and end of an order's process, and its incidents. The
 * steps in between are in the order's own timeline (docs/adr/0018).
 *
 * <p>It has the id of the level "activity", with which the databases were created: the engine
 * refuses to start on a database with another id, and builds with either level run side by side
 * during an update.
 */
final class StartsAndEnds extends HistoryLevelActivity {

  private static final Set<HistoryEventType> KEPT =
      Set.of(
          HistoryEventTypes.PROCESS_INSTANCE_START,
          HistoryEventTypes.PROCESS_INSTANCE_UPDATE,
          HistoryEventTypes.PROCESS_INSTANCE_MIGRATE,
          HistoryEventTypes.PROCESS_INSTANCE_END,
          HistoryEventTypes.INCIDENT_CREATE,
          HistoryEventTypes.INCIDENT_MIGRATE,
          HistoryEventTypes.INCIDENT_RESOLVE,
          HistoryEventTypes.INCIDENT_DELETE);

  /** The value of {@code camunda.bpm.history-level}. */
  @Override
  public String getName() {
    return "starts-and-ends";
  }

  @Override
  public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
    return KEPT.contains(type);
  }
}
