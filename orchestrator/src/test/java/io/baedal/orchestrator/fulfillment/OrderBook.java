package io.baedal.orchestrator.fulfillment;

import java.util.EnumSet;
import java.util.Set;

/** What played workers did for one order; what was undone is never done again. */
final class OrderBook {

  enum Effect {
    PAID,
    STORE_ASKED,
    COURIER_SENT,
    PICKED_UP
  }

  private final Set<Effect> effects = EnumSet.noneOf(Effect.class);
  private final Set<Effect> undone = EnumSet.noneOf(Effect.class);

  synchronized Set<Effect> effects() {
    return Set.copyOf(effects);
  }

  /**
   * Does something, once.
   *
   * @return false if it was undone before
   */
  synchronized boolean make(Effect effect) {
    if (undone.contains(effect)) {
      return false;
    }
    effects.add(effect);
    return true;
  }

  /**
   * Undoes something, also what never happened.
   *
   * @return false if the courier has the order, so that nothing is undone any more
   */
  synchronized boolean undo(Effect effect) {
    if (effects.contains(Effect.PICKED_UP)) {
      return false;
    }
    undone.add(effect);
    effects.remove(effect);
    return true;
  }

  /**
   * The courier takes the order.
   *
   * @return false if none was sent, or has been recalled
   */
  synchronized boolean pickUp() {
    if (!effects.contains(Effect.COURIER_SENT)) {
      return false;
    }
    effects.add(Effect.PICKED_UP);
    return true;
  }
}
