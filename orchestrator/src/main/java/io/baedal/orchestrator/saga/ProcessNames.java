package io.baedal.orchestrator.saga;

/** Names that the process model and the code share. */
public final class ProcessNames {

  public static final String PROCESS = "OrderFulfillment";

  public static final String MESSAGE_STORE_ANSWERED = "StoreAnswered";
  public static final String MESSAGE_DELIVERY_PICKED_UP = "DeliveryPickedUp";
  public static final String MESSAGE_DELIVERY_COMPLETED = "DeliveryCompleted";
  public static final String MESSAGE_CANCEL_ORDER = "CancelOrder";

  /** Whether the store accepted (Boolean); set with the store's answer. */
  public static final String STORE_ACCEPTED = "storeAccepted";

  /** The reason code (String); set with a cancel or with the error that rejects the order. */
  public static final String REASON = "reason";

  /** Set if the courier picked up the order before the recall. */
  public static final String COURIER_WAS_FASTER = "courierWasFaster";

  private ProcessNames() {}
}
