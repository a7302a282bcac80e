package io.baedal.order.ordering;

import java.util.Optional;

/** Stores the use of keys by requests of customers, in the transaction of the order. */
public interface IdempotencyKeys {

  /**
   * Stores the use of a key; false if the key is already used. Of two concurrent calls, one waits.
   */
  boolean claim(String customerId, IdempotencyKey key, KeyUse use);

  /** The use of a key by a customer. */
  Optional<KeyUse> find(String customerId, IdempotencyKey key);

  /** Releases a claimed key whose request placed no order. */
  void release(String customerId, IdempotencyKey key);
}
