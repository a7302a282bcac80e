package io.baedal.bench.load;

import io.baedal.bench.check.Told;
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
  private final Ledger ledger;
  private final Wish wish;
  private @Nullable String orderId;

  Customer(Entrance entrance, Ledger ledger, Wish wish) {
    this.entrance = entrance;
    this.ledger = ledger;
    this.wish = wish;
  }

  /** Places the order; returns after how long the customer will cancel, if at all. */
  Optional<Duration> place() throws InterruptedException {
    HttpResponse<String> answer = untilAnswered(() -> entrance.post("/orders", wish.body()));
    if (answer == null || answer.statusCode() >= 300) {
      ledger.gaveUp();
      return Optional.empty();
    }
    orderId = PlacedOrder.id(answer.body());
    ledger.acknowledged(orderId, wish.amount());
    for (int repeat = 0; repeat < wish.repeats(); repeat++) {
      HttpResponse<String> again = untilAnswered(() -> entrance.post("/orders", wish.body()));
      if (again != null && again.statusCode() < 300) {
        // if it were another order, its promises would have to be kept as well
        ledger.acknowledged(PlacedOrder.id(again.body()), wish.amount());
      }
    }
    return wish.cancelAfter();
  }

  void cancel() throws InterruptedException {
    String id = orderId;
    if (id == null) {
      return;
    }
    HttpResponse<String> answer = untilAnswered(() -> entrance.delete("/orders/" + id));
    if (answer != null) {
      ledger.cancelAnswered(
          id, answer.statusCode() < 300 ? Told.Cancel.ACCEPTED : Told.Cancel.TOO_LATE);
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
        ledger.tried();
        HttpResponse<String> answer = call.send();
        if (answer.statusCode() < 500 && answer.statusCode() != 429) {
          return answer;
        }
      } catch (IOException noAnswer) {
        // the request may have been received all the same: send it again
      }
      Thread.sleep(PAUSE.toMillis());
    }
    return null;
  }
}
