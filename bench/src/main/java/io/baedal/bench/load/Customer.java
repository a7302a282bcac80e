package io.baedal.bench.load;

import io.baedal.bench.check.CustomerRecord;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One customer with one order, who repeats each request until there is a definite answer. */
final class Customer {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Entrance entrance;
  private final CustomerRecords records;
  private final OrderPlan plan;
  private @Nullable String orderId;

  Customer(Entrance entrance, CustomerRecords records, OrderPlan plan) {
    this.entrance = entrance;
    this.records = records;
    this.plan = plan;
  }

  /** Places the order; returns after how long the customer will cancel, if at all. */
  Optional<Duration> place() throws InterruptedException {
    HttpResponse<String> answer = untilAnswered(() -> entrance.post("/orders", plan.body()));
    if (answer == null || answer.statusCode() >= 300) {
      records.gaveUp();
      return Optional.empty();
    }
    orderId = PlacedOrder.id(answer.body());
    records.acknowledged(orderId, plan.amount());
    for (int repeat = 0; repeat < plan.repeats(); repeat++) {
      HttpResponse<String> again = untilAnswered(() -> entrance.post("/orders", plan.body()));
      if (again != null && again.statusCode() < 300) {
        // another id would be another order, which is then checked as well
        records.acknowledged(PlacedOrder.id(again.body()), plan.amount());
      }
    }
    return plan.cancelAfter();
  }

  void cancel() throws InterruptedException {
    String id = orderId;
    if (id == null) {
      return;
    }
    HttpResponse<String> answer = untilAnswered(() -> entrance.delete("/orders/" + id));
    if (answer != null) {
      records.cancelAnswered(
          id,
          answer.statusCode() < 300
              ? CustomerRecord.Cancel.ACCEPTED
              : CustomerRecord.Cancel.TOO_LATE);
    }
  }

  private interface Call {
    HttpResponse<String> send() throws IOException, InterruptedException;
  }

  /** The first answer that is neither a server error nor a request to retry later. */
  private @Nullable HttpResponse<String> untilAnswered(Call call) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      try {
        records.tried();
        HttpResponse<String> answer = call.send();
        if (answer.statusCode() < 500 && answer.statusCode() != 429) {
          return answer;
        }
      } catch (IOException noAnswer) {
        // the request may have been received: send it again
      }
      Thread.sleep(PAUSE.toMillis());
    }
    return null;
  }
}
