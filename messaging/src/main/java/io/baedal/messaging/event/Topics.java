package io.baedal.messaging.event;

import java.util.List;

/**
 * The Kafka topics. The key is the order id, and each has one writing service. In {@link #AUDIT},
 * each service writes with its name as the key.
 */
public final class Topics {

  public static final String ORDERS = "orders.v1";
  public static final String PAYMENTS = "payments.v1";
  public static final String DELIVERIES = "deliveries.v1";
  public static final String ORDER_STATUS = "order-status.v1";
  public static final String AUDIT = "audit.v1";

  /** All topics, without those of dead letters. */
  public static final List<String> ALL = List.of(ORDERS, PAYMENTS, DELIVERIES, ORDER_STATUS, AUDIT);

  /** The topic for messages of {@code topic} that could not be handled. */
  public static String deadLetter(String topic) {
    return topic + ".dead-letter";
  }

  private Topics() {}
}
