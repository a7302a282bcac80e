package io.baedal.orchestrator.saga;

/** How often the engine tries a step before an operator is needed. */
public interface RetryCycle {

  /** The number of tries, including the first. */
  int tries();
}
