package io.baedal.orchestrator.saga;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A step of the process that can fail, as operators see it; it can have several elements. The
 * constants follow the sequence of an order, undo last. The engine runs later steps first.
 */
public enum Step {
  APPROVE_PAYMENT("Approve payment", Set.of(), "Task_ApprovePayment"),
  REQUEST_STORE("Request store", Set.of(), "Task_RequestStore"),
  ACCEPTANCE_DEADLINE("Acceptance deadline passed", Set.of(), "Boundary_AcceptanceDeadline"),
  START_DELIVERY("Start delivery", Set.of(), "Task_StartDelivery"),
  /** This and the other two CLOSE steps are only in version 1 of the model, see ClosedByStatus. */
  CLOSE_DELIVERED_ORDER(
      "Close delivered order",
      Set.of(Outcome.DONE),
      "Task_CloseDeliveredOrder",
      "Task_CloseDeliveredOrderAfterAll"),
  RECALL_DELIVERY(
      "Recall delivery",
      Set.of(Outcome.RECALLED, Outcome.TOO_LATE),
      "Throw_CancellationRecallDelivery"),
  CANCEL_STORE_REQUEST(
      "Cancel store request",
      Set.of(Outcome.DONE),
      "Throw_CancellationCancelStoreRequest",
      "Throw_RejectionCancelStoreRequest"),
  CANCEL_PAYMENT(
      "Cancel payment",
      Set.of(Outcome.DONE),
      "Throw_CancellationCancelPayment",
      "Throw_RejectionCancelPayment"),
  CLOSE_CANCELLED_ORDER("Close cancelled order", Set.of(Outcome.DONE), "Task_CloseCancelledOrder"),
  CLOSE_REJECTED_ORDER("Close rejected order", Set.of(Outcome.DONE), "Task_CloseRejectedOrder"),
  /** An element that this version does not know. */
  OTHER("Other", Set.of());

  private static final Set<Step> UNDO =
      Set.of(
          RECALL_DELIVERY,
          CANCEL_STORE_REQUEST,
          CANCEL_PAYMENT,
          CLOSE_CANCELLED_ORDER,
          CLOSE_REJECTED_ORDER);

  private static final Map<String, Step> BY_ELEMENT =
      Arrays.stream(values())
          .flatMap(step -> step.elements.stream().map(element -> Map.entry(element, step)))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  private final String label;
  private final Set<Outcome> outcomes;
  private final List<String> elements;

  Step(String label, Set<Outcome> outcomes, String... elements) {
    this.label = label;
    this.outcomes = outcomes;
    this.elements = List.of(elements);
  }

  /** The step that an element of the model belongs to. */
  public static Step of(String element) {
    return BY_ELEMENT.getOrDefault(element, OTHER);
  }

  /** Its name in the model. */
  public String label() {
    return label;
  }

  /** The ids of its elements in the model. */
  public List<String> elements() {
    return elements;
  }

  /**
   * The outcomes with which it can be settled. Empty for a step that advances the order: it is
   * retried, or the order is cancelled, which undoes the step.
   */
  public Set<Outcome> outcomes() {
    return outcomes;
  }

  /** Whether its order is being undone. */
  public boolean undoes() {
    return UNDO.contains(this);
  }

  /** The variable that holds the {@link Outcome} of the settled step. */
  public String settledVariable() {
    return "settled_" + name();
  }

  /** The outcome of a settled step. */
  public enum Outcome {
    DONE,
    RECALLED,
    /** The courier has the order; it will be delivered. */
    TOO_LATE
  }
}
