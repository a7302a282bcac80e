package io.baedal.orchestrator.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevelActivity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.jspecify.annotations.Nullable;

/**
 * Of an order's history the engine keeps that its process started and ended, and its incidents. The
 * steps between are in the order's own timeline (docs/adr/0018).
 *
 * <p>It has the number of the level "activity", which the databases were set up with: the engine
 * refuses to start on a database of another number, and builds with the one and the other run side
 * by side during an update.
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

  /** As {@code camunda.bpm.history-level} names it. */
  @Override
  public String getName() {
    return "starts-and-ends";
  }

  @Override
  public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
    return KEPT.contains(type);
  }
}
