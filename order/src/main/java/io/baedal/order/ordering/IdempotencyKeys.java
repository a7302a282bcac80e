package io.baedal.order.ordering;

import java.util.Optional;

/** Remembers which request came with which key, in the transaction of its order. */
public interface IdempotencyKeys {

  /** Notes the use of a key. Of two at a time, one waits for the other; false if it was used. */
  boolean claim(IdempotencyKey key, KeyUse use);

  /** What a key was used for. */
  Optional<KeyUse> find(IdempotencyKey key);

  /** Corrects what a claimed key was used for. */
  void amend(IdempotencyKey key, KeyUse use);
}
