package io.baedal.payment.charge;

import static io.baedal.payment.charge.PaymentFixture.TERMS;
import static io.baedal.payment.charge.PaymentFixture.terms;
import static io.baedal.payment.charge.PaymentStatus.APPROVED;
import static io.baedal.payment.charge.PaymentStatus.CANCELLED;
import static io.baedal.payment.charge.PaymentStatus.CANCELLING;
import static io.baedal.payment.charge.PaymentStatus.DECLINED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.baedal.payment.Books;
import io.baedal.payment.OnRealDatabase;
import io.baedal.payment.ScriptedProvider;
import io.baedal.payment.ScriptedProvider.Crash;
import io.baedal.payment.ScriptedProvider.Point;
import io.baedal.payment.provider.IdempotencyKey;
import io.baedal.payment.provider.Money;
import io.baedal.payment.provider.ProviderUnavailable;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@OnRealDatabase
class PaymentFlowIT {

  /** The tasks wait for each other, and the common pool may have a single thread. */
  private static final Executor NEW_THREAD = task -> new Thread(task).start();

  @Autowired private ApprovePayment approvePayment;
  @Autowired private CancelPayment cancelPayment;
  @Autowired private ScriptedProvider provider;
  @Autowired private Books books;

  private final UUID orderId = UUID.randomUUID();

  @AfterEach
  void resetProvider() {
    provider.reset();
  }

  @Test
  void approvesOnceWhenTheCallIsRepeated() {
    Payment first = approvePayment.approve(orderId, TERMS);
    Payment second = approvePayment.approve(orderId, TERMS);

    assertThat(first.status()).isEqualTo(APPROVED);
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.status()).isEqualTo(APPROVED);
    assertThat(books.events(orderId)).containsExactly("approved");
    assertThat(books.held(orderId)).isEqualTo(18_000);
  }

  @Test
  void approvesAndCancelsAFreeOrderWithoutTheProvider() {
    provider.crashAt(Point.BEFORE_CHARGE);
    provider.crashAt(Point.BEFORE_REVERSE);
    var free = new PaymentTerms(new Money(0, "KRW"), TERMS.method(), null);

    Payment approved = approvePayment.approve(orderId, free);
    Payment cancelled = cancelPayment.cancel(orderId);

    assertThat(approved.status()).isEqualTo(APPROVED);
    assertThat(approved.approvedAmount()).isZero();
    assertThat(cancelled.status()).isEqualTo(CANCELLED);
    assertThat(cancelPayment.cancel(orderId)).isEqualTo(cancelled);
    assertThat(books.events(orderId)).containsExactly("approved", "cancelled");
    assertThat(approvePayment.approve(orderId, free).status()).isEqualTo(CANCELLED);
  }

  @Test
  void declinesOnceWhenTheCallIsRepeated() {
    Payment first = approvePayment.approve(orderId, terms("declined"));
    Payment second = approvePayment.approve(orderId, terms("declined"));

    assertThat(first.status()).isEqualTo(DECLINED);
    assertThat(second.declineReason()).isEqualTo(first.declineReason()).isNotBlank();
    assertThat(books.events(orderId)).containsExactly("declined");
    assertThat(books.held(orderId)).isZero();
  }

  @Test
  void refundsOnceWhenTheCallIsRepeated() {
    approvePayment.approve(orderId, TERMS);

    Payment first = cancelPayment.cancel(orderId);
    Payment second = cancelPayment.cancel(orderId);

    assertThat(first.refundedAmount()).isEqualTo(second.refundedAmount()).isEqualTo(18_000);
    assertThat(books.events(orderId)).containsExactly("approved", "cancelled");
    books.assertUndone(orderId);
  }

  @Test
  void doesNotChangeADeclinedPayment() {
    approvePayment.approve(orderId, terms("declined"));

    assertThat(cancelPayment.cancel(orderId).status()).isEqualTo(DECLINED);
    assertThat(books.events(orderId)).containsExactly("declined");
  }

  @Test
  void storesTheCancellationOfAnUnrequestedPayment() {
    Payment cancelled = cancelPayment.cancel(orderId);
    Payment late = approvePayment.approve(orderId, TERMS);

    assertThat(cancelled.status()).isEqualTo(CANCELLED);
    assertThat(late.status()).isEqualTo(CANCELLED);
    assertThat(late.id()).isEqualTo(cancelled.id());
    assertThat(books.events(orderId)).isEmpty();
    books.assertUndone(orderId);
  }

  @Test
  void refusesARepeatWithOtherTermsAndChangesNothing() {
    approvePayment.approve(orderId, TERMS);

    assertThatExceptionOfType(PaymentMismatch.class)
        .isThrownBy(() -> approvePayment.approve(orderId, terms("other")));
    assertThat(books.payment(orderId)).isEqualTo(new Books.Row("APPROVED", 18_000, 0));
    assertThat(books.held(orderId)).isEqualTo(18_000);
  }

  @Test
  void chargesOnceWhenTheProvidersAnswerIsLost() {
    PaymentTerms answerLost = terms("answer-lost");
    assertThatExceptionOfType(ProviderUnavailable.class)
        .isThrownBy(() -> approvePayment.approve(orderId, answerLost));
    assertThat(books.payment(orderId).status()).isEqualTo("REQUESTED");
    assertThat(books.held(orderId)).isEqualTo(18_000);

    assertThat(approvePayment.approve(orderId, answerLost).status()).isEqualTo(APPROVED);
    assertThat(books.held(orderId)).isEqualTo(18_000);
    assertThat(books.events(orderId)).containsExactly("approved");
  }

  @Test
  void refundsAChargeWhoseAnswerWasLost() {
    assertThatExceptionOfType(ProviderUnavailable.class)
        .isThrownBy(() -> approvePayment.approve(orderId, terms("answer-lost")));

    Payment cancelled = cancelPayment.cancel(orderId);

    assertThat(cancelled.approvedAmount()).isEqualTo(18_000);
    assertThat(cancelled.refundedAmount()).isEqualTo(18_000);
    assertThat(books.events(orderId)).containsExactly("cancelled");
    books.assertUndone(orderId);
  }

  @Test
  void canBeCancelledWhileTheProviderIsUnavailable() {
    PaymentTerms unavailable = terms("unavailable");
    for (int i = 0; i < 2; i++) {
      assertThatExceptionOfType(ProviderUnavailable.class)
          .isThrownBy(() -> approvePayment.approve(orderId, unavailable));
    }
    assertThat(books.payment(orderId).status()).isEqualTo("REQUESTED");

    assertThat(cancelPayment.cancel(orderId).refundedAmount()).isZero();
    assertThat(books.events(orderId)).containsExactly("cancelled");
    books.assertUndone(orderId);
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE_CHARGE", "AFTER_CHARGE"})
  void approvesOnceAfterACrashAroundTheProviderCall(Point point) {
    provider.crashAt(point);
    assertThatExceptionOfType(Crash.class).isThrownBy(() -> approvePayment.approve(orderId, TERMS));
    assertThat(books.payment(orderId).status()).isEqualTo("REQUESTED");
    assertThat(books.events(orderId)).isEmpty();
    provider.reset();

    assertThat(approvePayment.approve(orderId, TERMS).status()).isEqualTo(APPROVED);
    assertThat(books.events(orderId)).containsExactly("approved");
    assertThat(books.held(orderId)).isEqualTo(18_000);
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE_CHARGE", "AFTER_CHARGE"})
  void cancelsARequestThatCrashedAroundTheProviderCall(Point point) {
    provider.crashAt(point);
    assertThatExceptionOfType(Crash.class).isThrownBy(() -> approvePayment.approve(orderId, TERMS));
    provider.reset();

    cancelPayment.cancel(orderId);

    assertThat(books.events(orderId)).containsExactly("cancelled");
    books.assertUndone(orderId);
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE_REVERSE", "AFTER_REVERSE"})
  void refundsOnceAfterACrashAroundTheProviderCall(Point point) {
    approvePayment.approve(orderId, TERMS);
    provider.crashAt(point);
    assertThatExceptionOfType(Crash.class).isThrownBy(() -> cancelPayment.cancel(orderId));

    assertThat(books.payment(orderId)).isEqualTo(new Books.Row("CANCELLING", 18_000, 0));
    assertThat(approvePayment.approve(orderId, TERMS).status()).isEqualTo(CANCELLING);
    provider.reset();

    assertThat(cancelPayment.cancel(orderId).refundedAmount()).isEqualTo(18_000);
    assertThat(books.events(orderId)).containsExactly("approved", "cancelled");
    books.assertUndone(orderId);
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE_REVERSE", "AFTER_REVERSE"})
  void completesTheCancellationOfAnUnrequestedPaymentAfterACrash(Point point) {
    provider.crashAt(point);
    assertThatExceptionOfType(Crash.class).isThrownBy(() -> cancelPayment.cancel(orderId));

    assertThat(approvePayment.approve(orderId, TERMS).status()).isEqualTo(CANCELLING);
    provider.reset();
    cancelPayment.cancel(orderId);

    assertThat(books.events(orderId)).isEmpty();
    books.assertUndone(orderId);
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE_CHARGE", "AFTER_CHARGE"})
  void cancelsARequestDuringItsProviderCall(Point point) throws Exception {
    var inFlight = new CountDownLatch(1);
    var resume = new CountDownLatch(1);
    provider.at(
        point,
        () -> {
          inFlight.countDown();
          await(resume);
        });
    var approval =
        CompletableFuture.supplyAsync(() -> approvePayment.approve(orderId, TERMS), NEW_THREAD);
    await(inFlight);

    Payment cancelled = cancelPayment.cancel(orderId);
    resume.countDown();

    long taken = point == Point.AFTER_CHARGE ? 18_000 : 0;
    assertThat(cancelled.refundedAmount()).isEqualTo(taken);
    assertThat(approval.get(2, TimeUnit.MINUTES).status()).isEqualTo(CANCELLED);
    assertThat(books.events(orderId)).containsExactly("cancelled");
    books.assertUndone(orderId);
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE_CHARGE", "AFTER_CHARGE"})
  void doesNotApproveDuringTheCancellation(Point point) throws Exception {
    var charging = new CountDownLatch(1);
    var cancelling = new CountDownLatch(1);
    var answered = new CountDownLatch(1);
    provider.at(
        point,
        () -> {
          charging.countDown();
          await(cancelling);
        });
    provider.at(
        Point.BEFORE_REVERSE,
        () -> {
          cancelling.countDown();
          await(answered);
        });
    var approval =
        CompletableFuture.supplyAsync(() -> approvePayment.approve(orderId, TERMS), NEW_THREAD);
    await(charging);
    var cancellation =
        CompletableFuture.supplyAsync(() -> cancelPayment.cancel(orderId), NEW_THREAD);

    assertThat(approval.get(2, TimeUnit.MINUTES).status()).isEqualTo(CANCELLING);
    assertThat(books.held(orderId)).isEqualTo(18_000);
    answered.countDown();

    assertThat(cancellation.get(2, TimeUnit.MINUTES).refundedAmount()).isEqualTo(18_000);
    assertThat(books.events(orderId)).containsExactly("cancelled");
    books.assertUndone(orderId);
  }

  @Test
  void storesAReversalThatThisServiceDidNotRequest() {
    provider.at(Point.BEFORE_CHARGE, () -> provider.reverse(IdempotencyKey.ofOrder(orderId)));

    assertThat(approvePayment.approve(orderId, TERMS).status()).isEqualTo(CANCELLED);
    assertThat(books.events(orderId)).containsExactly("cancelled");
    books.assertUndone(orderId);
  }

  @Test
  void waitsForASlowProvider() {
    assertThat(approvePayment.approve(orderId, terms("slow")).status()).isEqualTo(APPROVED);
  }

  @Test
  void chargesTheFullPrice() {
    var price = new Money(1_000_000_000_000L, "USD");

    Payment payment = approvePayment.approve(orderId, new PaymentTerms(price, "x", null));

    assertThat(payment.approvedAmount()).isEqualTo(1_000_000_000_000L);
    assertThat(books.held(orderId)).isEqualTo(1_000_000_000_000L);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(2, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
