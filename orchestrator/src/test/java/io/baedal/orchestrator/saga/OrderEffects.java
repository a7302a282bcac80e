package io.baedal.orchestrator.saga;

import java.util.EnumSet;
import java.util.Set;

/** The effects of workers for one order; an undone effect is never made again. */
final class OrderEffects {

  enum Effect {
    PAID,
    STORE_ASKED,
    COURIER_SENT,
    PICKED_UP
  }

  private final Set<Effect> effects = EnumSet.noneOf(Effect.class);
  private final Set<Effect> undone = EnumSet.noneOf(Effect.class);

  synchronized Set<Effect> current() {
    return Set.copyOf(effects);
  }

  /**
   * Makes an effect, at most once.
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
   * Undoes an effect, even one that was never made.
   *
   * @return false if the courier has the order, so that nothing can be undone
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
   * The courier picks up the order.
   *
   * @return false if no courier was sent or the courier was recalled
   */
  synchronized boolean pickUp() {
    if (!effects.contains(Effect.COURIER_SENT)) {
      return false;
    }
    effects.add(Effect.PICKED_UP);
    return true;
  }
}
