package io.baedal.bench.report;

import io.baedal.bench.load.Latency;
import io.baedal.bench.load.Mix;
import java.util.Map;

/**
 * One part of a run.
 *
 * @param offered orders that arrived per second; 0 if as many as ended
 * @param underWay orders that were kept in progress; 0 if they arrived at a rate
 * @param cost of an order that ended
 * @param post from when an order was due to be sent until it was accepted
 * @param delivered from the same moment until the process ended
 * @param view from a change of status until the order view shows it
 * @param counts answers, and ends of orders
 * @param memory MiB of each process at the end
 */
public record Phase(
    String name,
    double offered,
    int underWay,
    Mix mix,
    Cost cost,
    Latency post,
    Latency delivered,
    Latency view,
    Map<String, Long> counts,
    Map<String, Double> memory) {}
