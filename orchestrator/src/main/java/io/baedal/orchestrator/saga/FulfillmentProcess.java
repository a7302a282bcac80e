package io.baedal.orchestrator.saga;

import io.baedal.messaging.event.OrderPlaced;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The running processes, addressed by order. */
public interface FulfillmentProcess {

  void start(OrderPlaced order);

  /** The engine's ids of the versions that are left to instances of newer builds. */
  List<String> otherVersions();

  /** The state of an order's process. */
  State state(UUID orderId);

  /**
   * Whether this instance knows the version of the process that the order runs on. If it does not,
   * only an instance of a newer build may act: a message moves the process to its next wait state,
   * through elements that this build may not have.
   */
  boolean runsHere(UUID orderId);

  /**
   * Correlates a message with the process of an order.
   *
   * @return whether the process waited for the message, and its version runs here
   */
  boolean correlate(UUID orderId, String message, Map<String, Object> variables);

  /** The states of an order's process. */
  enum State {
    GONE,
    /** An operator has suspended it, so that no message reaches it. */
    SUSPENDED,
    /** It has a reason code, so the order is being undone. */
    UNDOING,
    RUNNING
  }
}
