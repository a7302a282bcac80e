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
 * @param moments the references before the first phase and after each; empty if they were left out
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
    List<Moment> moments,
    @Nullable ReferenceReport after) {

  /** The name of the phase that is compared with the references. */
  public static final String SATURATED = "saturated";

  /** The references around a phase. */
  Moment around(Phase phase) {
    int index = phases.indexOf(phase);
    return moments.isEmpty() ? Moment.UNKNOWN : moments.get(index).and(moments.get(index + 1));
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
        begunAt, machine, replicas, references, warmUp, warm, idle, phases, moments, after);
  }

  /** The same with the references after all runs. */
  public BenchReport after(@Nullable ReferenceReport references) {
    return new BenchReport(
        begunAt, machine, replicas, before, warmUp, warm, idle, phases, moments, references);
  }
}
