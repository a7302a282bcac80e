package io.baedal.order.ordering;

import java.util.Optional;

/** Remembers which request of a customer came with which key, in the transaction of its order. */
public interface IdempotencyKeys {

  /** Notes the use of a key. Of two at a time, one waits for the other; false if it was used. */
  boolean claim(String customerId, IdempotencyKey key, KeyUse use);

  /** What a customer used a key for. */
  Optional<KeyUse> find(String customerId, IdempotencyKey key);

  /** Gives a claimed key back: its request placed nothing. */
  void release(String customerId, IdempotencyKey key);
}
