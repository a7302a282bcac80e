package io.baedal.orchestrator.saga;

/** The first steps of new orders, which can be held back while running orders catch up. */
public interface FirstSteps {

  /** Holds first steps back on this instance, or releases them; steps in progress continue. */
  void hold(boolean yes);

  /** Whether first steps are held back. */
  boolean areHeld();
}
