package io.baedal.bench.report;

import io.baedal.bench.reference.ReferenceReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a run; written as JSON. CPU time is in milliseconds per order.
 *
 * @param begunAt in UTC, ISO 8601
 * @param before the references before the first run; missing if they were left out
 * @param warmUp CPU time of each window while the system warmed up
 * @param warm whether its cost no longer fell at the end
 * @param idle the cost of one second without orders
 * @param engine CPU time of an order in the bare engine with stock settings, before the first phase
 *     and after each; empty if the references were left out
 * @param after the references after all runs
 */
public record BenchReport(
    String begunAt,
    Machine machine,
    int replicas,
    @Nullable ReferenceReport before,
    List<Double> warmUp,
    boolean warm,
    Cost idle,
    List<Phase> phases,
    List<Double> engine,
    @Nullable ReferenceReport after) {

  /** The name of the phase that is compared with the references. */
  public static final String SATURATED = "saturated";

  /** What an order cost in the bare engine around a phase; {@code NaN} if that is not known. */
  double engineAround(Phase phase) {
    if (engine.isEmpty()) {
      return Double.NaN;
    }
    int index = phases.indexOf(phase);
    return (engine.get(index) + engine.get(index + 1)) / 2;
  }

  /** The phase in which orders are completed as fast as possible. */
  public Phase saturated() {
    return phases.stream()
        .filter(phase -> phase.name().equals(SATURATED))
        .findFirst()
        .orElseThrow();
  }

  /** The same with the references before the first run. */
  public BenchReport before(@Nullable ReferenceReport references) {
    return new BenchReport(
        begunAt, machine, replicas, references, warmUp, warm, idle, phases, engine, after);
  }

  /** The same with the references after all runs. */
  public BenchReport after(@Nullable ReferenceReport references) {
    return new BenchReport(
        begunAt, machine, replicas, before, warmUp, warm, idle, phases, engine, references);
  }
}
