package io.baedal.bench.reference;

import io.baedal.bench.load.Latency;
import io.baedal.bench.report.Cost;
import java.util.List;

/**
 * The cost of the references.
 *
 * @param commitsBy1 rows a second that one connection inserts and commits
 * @param commitsBy4 the same of four connections
 * @param post one POST that inserts a row, with all processors busy
 * @param postAtHalf how long it takes at half of that rate
 * @param stock an order in the bare engine with the engine's own settings
 * @param own an order in the bare engine with our settings
 * @param warmUp CPU time per order of the engine with its own settings while its JVM warmed up
 */
public record ReferenceReport(
    double commitsBy1,
    double commitsBy4,
    Cost post,
    Latency postAtHalf,
    Cost stock,
    Cost own,
    List<Double> warmUp) {}
