package io.baedal.bench.fault;

/** All kinds of faults of a fault run. */
public enum FaultKind {
  KILL_SERVICE(26, "kill -9 of one instance of a service, started again a little later"),
  KILL_POSTGRES(12, "kill -9 of PostgreSQL with all its connections"),
  KILL_KAFKA(6, "kill -9 of the broker"),
  KILL_WORKER_BEHIND_ITS_COMMIT(
      8, "kill -9 of a worker between its commit and its answer, which is lost"),
  KILL_ORCHESTRATOR_BEFORE_THE_ANSWER(
      8, "kill -9 of the orchestrator between a worker's commit and the end of its own job"),
  KILL_RELAY_BEHIND_ITS_SEND(
      8, "kill -9 of a service when Kafka has its event and its outbox perhaps still has it"),
  PAUSE_SERVICE(8, "SIGSTOP of one instance, past every timeout"),
  PAUSE_KAFKA(2, "SIGSTOP of the broker"),
  LOSE_ANSWERS(6, "every answer of a worker is lost after the work was done"),
  SLOW_WORKER(5, "every answer of a worker takes ten seconds"),
  REPEAT_MESSAGES(6, "messages of the past are sent again, in any order"),
  FILL_POOLS(5, "a lock on a busy table: every connection of the pools waits for it");

  private final int weight;
  private final String text;

  FaultKind(int weight, String text) {
    this.weight = weight;
    this.text = text;
  }

  /** How many of a hundred faults are of this kind. */
  int weight() {
    return weight;
  }

  /** A description for a report. */
  public String text() {
    return text;
  }

  /** Whether it kills a process. */
  public boolean kills() {
    return name().startsWith("KILL_");
  }
}
