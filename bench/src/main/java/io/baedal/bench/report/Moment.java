package io.baedal.bench.report;

/**
 * What the references are at one moment of a run, between two phases.
 *
 * @param engine CPU time of an order in the bare engine with stock settings, in milliseconds
 * @param post the 99th percentile of one POST, at half of its highest rate, in milliseconds
 */
public record Moment(double engine, double post) {

  static final Moment UNKNOWN = new Moment(Double.NaN, Double.NaN);

  /** The mean of two moments. */
  Moment and(Moment other) {
    return new Moment((engine + other.engine) / 2, (post + other.post) / 2);
  }
}
