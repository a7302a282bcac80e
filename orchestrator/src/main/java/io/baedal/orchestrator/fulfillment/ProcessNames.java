package io.baedal.orchestrator.fulfillment;

/** What the process model and the code call by the same name. */
public final class ProcessNames {

  public static final String PROCESS = "OrderFulfillment";

  public static final String MESSAGE_STORE_ANSWERED = "StoreAnswered";
  public static final String MESSAGE_DELIVERY_PICKED_UP = "DeliveryPickedUp";
  public static final String MESSAGE_DELIVERY_COMPLETED = "DeliveryCompleted";
  public static final String MESSAGE_CANCEL_ORDER = "CancelOrder";

  /** Whether the store accepted (Boolean); comes with its answer. */
  public static final String STORE_ACCEPTED = "storeAccepted";

  /** The reason code (String); comes with a cancel or with the error that refuses the order. */
  public static final String REASON = "reason";

  /** Present when the courier had the order before it could be recalled. */
  public static final String COURIER_WAS_FASTER = "courierWasFaster";

  private ProcessNames() {}
}
