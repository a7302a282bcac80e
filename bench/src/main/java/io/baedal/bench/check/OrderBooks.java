package io.baedal.bench.check;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the services store about one order; null where a service has nothing. Amounts are
 * minor units of the currency.
 *
 * @param processes running process instances
 * @param incidents open incidents of these
 * @param storeRequest its status
 * @param delivery its status
 * @param published changes of status in the order of the topic, repeats included; null if it was
 *     not read
 * @param unsent events that wait in an outbox
 */
public record OrderBooks(
    String orderId,
    @Nullable Order order,
    @Nullable Progress progress,
    int processes,
    int incidents,
    List<Payment> payments,
    List<Charge> charges,
    @Nullable String storeRequest,
    @Nullable String delivery,
    @Nullable View view,
    List<Change> timeline,
    @Nullable List<Change> published,
    int unsent) {

  static final Set<String> ENDS = Set.of("DELIVERED", "CANCELLED", "REJECTED");

  /** The order as the order service stores it. */
  public record Order(
      String status,
      @Nullable String reason,
      long amount,
      @Nullable String cancellationOutcome,
      @Nullable String refusedBecause) {}

  /** The progress that the orchestrator stores. */
  public record Progress(String status, int sequence, @Nullable String reason, int parked) {}

  /** A row of the payment service. */
  public record Payment(String status, long approved, long refunded) {}

  /** A charge as stored by the payment provider: its state is CHARGED while it holds money. */
  public record Charge(String state, long amount) {}

  /** The read model's row. */
  public record View(
      String status, @Nullable String reason, int sequence, @Nullable String refusal) {}

  /** One change of status. */
  public record Change(int sequence, String status) {}

  /** Whether both order service and orchestrator state that it has ended. */
  public boolean hasEnded() {
    return order != null
        && progress != null
        && ENDS.contains(order.status())
        && ENDS.contains(progress.status())
        && processes == 0;
  }

  /** Whether nothing changes without input: no event is unsent, and the view is up to date. */
  public boolean isSettled() {
    boolean ended = hasEnded() || incidents > 0;
    return ended
        && unsent == 0
        && progress != null
        && progress.parked() == 0
        && view != null
        && view.sequence() == progress.sequence();
  }
}
