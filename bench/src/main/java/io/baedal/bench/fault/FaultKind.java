package io.baedal.bench.fault;

/** All kinds of faults of a fault run. */
public enum FaultKind {
  /** SIGKILL to one instance of a service. */
  KILL_SERVICE(26),
  /** SIGKILL to PostgreSQL. */
  KILL_POSTGRES(12),
  /** SIGKILL to the broker. */
  KILL_KAFKA(6),
  /** SIGKILL to a worker between its commit and its answer. */
  KILL_WORKER_BEHIND_ITS_COMMIT(8),
  /** SIGKILL to the orchestrator between a worker's commit and the end of the job. */
  KILL_ORCHESTRATOR_BEFORE_THE_ANSWER(8),
  /** SIGKILL to a service when Kafka has an event that its outbox may still have. */
  KILL_RELAY_BEHIND_ITS_SEND(8),
  /** SIGSTOP to one instance of a service, for longer than the timeouts. */
  PAUSE_SERVICE(8),
  /** SIGSTOP to the broker. */
  PAUSE_KAFKA(2),
  /** The answers of a worker are lost. */
  LOSE_ANSWERS(6),
  /** Each answer of a worker takes ten seconds. */
  SLOW_WORKER(5),
  /** Earlier messages are sent again, in any order. */
  REPEAT_MESSAGES(6),
  /** A lock on a table, for which all connections of a pool wait. */
  FILL_POOLS(5);

  private final int weight;

  FaultKind(int weight) {
    this.weight = weight;
  }

  /** How many of a hundred faults are of this kind. */
  int weight() {
    return weight;
  }
}
