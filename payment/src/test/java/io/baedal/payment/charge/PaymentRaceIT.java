package io.baedal.payment.charge;

import static io.baedal.payment.charge.PaymentFixture.TERMS;
import static io.baedal.payment.charge.PaymentStatus.APPROVED;
import static io.baedal.payment.charge.PaymentStatus.CANCELLED;
import static io.baedal.payment.charge.PaymentStatus.CANCELLING;
import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.messaging.test.AtOnce;
import io.baedal.payment.Books;
import io.baedal.payment.OnRealDatabase;
import io.baedal.payment.ScriptedProvider;
import io.baedal.payment.ScriptedProvider.Crash;
import io.baedal.payment.ScriptedProvider.Point;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Concurrent calls in many rounds. */
@OnRealDatabase
class PaymentRaceIT {

  private static final int ROUNDS = 150;

  @Autowired private ApprovePayment approvePayment;
  @Autowired private CancelPayment cancelPayment;
  @Autowired private ScriptedProvider provider;
  @Autowired private Books books;

  @AfterEach
  void stop() {
    provider.reset();
  }

  @Test
  void approvesOnceForTwoConcurrentCalls() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      UUID orderId = UUID.randomUUID();

      List<Payment> answers =
          AtOnce.run(
              () -> approvePayment.approve(orderId, TERMS),
              () -> approvePayment.approve(orderId, TERMS));

      assertThat(answers).extracting(Payment::status).containsOnly(APPROVED);
      assertThat(answers.get(0).id()).isEqualTo(answers.get(1).id());
      assertThat(books.events(orderId)).containsExactly("approved");
      assertThat(books.held(orderId)).isEqualTo(18_000);
    }
  }

  @Test
  void refundsOnceForTwoConcurrentCalls() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      UUID orderId = UUID.randomUUID();
      approvePayment.approve(orderId, TERMS);

      List<Payment> answers =
          AtOnce.run(() -> cancelPayment.cancel(orderId), () -> cancelPayment.cancel(orderId));

      assertThat(answers).extracting(Payment::refundedAmount).containsOnly(18_000L);
      assertThat(books.events(orderId)).containsExactly("approved", "cancelled");
      books.assertUndone(orderId);
    }
  }

  @Test
  void keepsNoMoneyOfConcurrentRequestsAndCancellations() throws Exception {
    Set<PaymentStatus> seen = EnumSet.noneOf(PaymentStatus.class);
    for (int round = 0; round < ROUNDS * 2; round++) {
      UUID orderId = UUID.randomUUID();
      int delay = round % 5;

      List<Payment> answers =
          AtOnce.run(
              () -> approvePayment.approve(orderId, TERMS),
              () -> {
                // with a longer delay, more steps of the request are completed
                spin(delay);
                return cancelPayment.cancel(orderId);
              });

      PaymentStatus approval = answers.get(0).status();
      seen.add(approval);
      assertThat(approval).isIn(APPROVED, CANCELLING, CANCELLED);
      assertThat(answers.get(1).status()).isEqualTo(CANCELLED);
      books.assertUndone(orderId);
      List<String> events = books.events(orderId);
      if (approval == APPROVED) {
        assertThat(events).containsExactly("approved", "cancelled");
        assertThat(books.payment(orderId).refundedAmount()).isEqualTo(18_000);
      } else {
        assertThat(events).isIn(List.of("cancelled"), List.of());
      }
    }
    assertThat(seen).as("both outcomes").contains(APPROVED).hasSizeGreaterThan(1);
  }

  @Test
  void keepsNoMoneyAfterRandomCrashesAndRepeats() throws Exception {
    for (Point point : Point.values()) {
      provider.at(
          point,
          () -> {
            if (ThreadLocalRandom.current().nextInt(4) == 0) {
              throw new Crash();
            }
          });
    }
    var random = new Random(7);
    for (int round = 0; round < ROUNDS; round++) {
      UUID orderId = UUID.randomUUID();
      List<Callable<Payment>> calls = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        calls.add(
            random.nextBoolean()
                ? () -> untilAnswered(() -> approvePayment.approve(orderId, TERMS))
                : () -> untilAnswered(() -> cancelPayment.cancel(orderId)));
      }
      AtOnce.run(calls);

      untilAnswered(() -> cancelPayment.cancel(orderId));
      books.assertUndone(orderId);
    }
  }

  /** Repeats the call until it is answered, as the process does. */
  private static Payment untilAnswered(Callable<Payment> call) throws Exception {
    while (true) {
      try {
        return call.call();
      } catch (Crash crash) {
        Thread.onSpinWait();
      }
    }
  }

  private static void spin(long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }
}
