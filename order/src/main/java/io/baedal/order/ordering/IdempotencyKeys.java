package io.baedal.order.ordering;

import java.util.Optional;

/** Stores which request of a customer used which key, in the transaction of its order. */
public interface IdempotencyKeys {

  /** Stores the use of a key; false if it was used before. Of two concurrent calls, one waits. */
  boolean claim(String customerId, IdempotencyKey key, KeyUse use);

  /** What a customer used a key for. */
  Optional<KeyUse> find(String customerId, IdempotencyKey key);

  /** Releases a claimed key: its request placed nothing. */
  void release(String customerId, IdempotencyKey key);
}
