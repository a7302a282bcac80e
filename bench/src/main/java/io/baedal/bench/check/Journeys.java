package io.baedal.bench.check;

import io.baedal.bench.connection.Database;
import io.baedal.local.common.Part;
import io.baedal.local.launcher.LocalSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When each order reached each status, according to the order view. */
public final class Journeys {

  private final Map<String, Map<String, Instant>> byOrder = new HashMap<>();

  private Journeys() {}

  /** All journeys that the view of {@code system} has now. */
  public static Journeys of(LocalSystem system) {
    var journeys = new Journeys();
    try (var views = new Database(system, Part.ORDER_VIEW)) {
      views.each(
          "SELECT order_id, status, extract(epoch FROM at) * 1000 FROM status_changes",
          row ->
              journeys
                  .byOrder
                  .computeIfAbsent(row.getString(1), any -> new HashMap<>())
                  .put(row.getString(2), Instant.ofEpochMilli(row.getLong(3))));
    }
    return journeys;
  }

  /** Orders that reached {@code status} and none of {@code others}. */
  public List<String> in(String status, Set<String> others) {
    return byOrder.entrySet().stream()
        .filter(order -> order.getValue().containsKey(status))
        .filter(order -> Collections.disjoint(order.getValue().keySet(), others))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** When an order reached {@code status}; null if it never did. */
  public @Nullable Instant at(String order, String status) {
    return byOrder.getOrDefault(order, Map.of()).get(status);
  }

  /**
   * How long orders took from one status to another, shortest first. Counts those that reached the
   * first status between {@code begin} and {@code end}, and the other one at any time.
   */
  public List<Duration> between(String from, String to, Instant begin, Instant end) {
    List<Duration> took = new ArrayList<>();
    for (Map<String, Instant> times : byOrder.values()) {
      Instant first = times.get(from);
      Instant last = times.get(to);
      if (first != null && last != null && !first.isBefore(begin) && first.isBefore(end)) {
        took.add(Duration.between(first, last));
      }
    }
    took.sort(Comparator.naturalOrder());
    return took;
  }
}
