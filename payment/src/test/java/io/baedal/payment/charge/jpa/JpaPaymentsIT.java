package io.baedal.payment.charge.jpa;

import static io.baedal.payment.charge.PaymentFixture.TERMS;
import static io.baedal.payment.charge.PaymentFixture.requestedFor;
import static io.baedal.payment.charge.PaymentFixture.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.baedal.payment.OnRealDatabase;
import io.baedal.payment.charge.ApprovePayment;
import io.baedal.payment.charge.CancelPayment;
import io.baedal.payment.charge.Payment;
import io.baedal.payment.charge.PaymentStatus;
import io.baedal.payment.charge.Payments;
import io.baedal.web.access.Scope;
import io.baedal.web.page.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;

@OnRealDatabase
class JpaPaymentsIT {

  @Autowired private Payments payments;
  @Autowired private ApprovePayment approvePayment;
  @Autowired private CancelPayment cancelPayment;
  @Autowired private JdbcClient jdbc;

  private static final Payments.Filter ALL = new Payments.Filter(null, Set.of(), null, Scope.ALL);

  private final UUID orderId = UUID.randomUUID();

  @BeforeEach
  void empty() {
    jdbc.sql("TRUNCATE payments").update();
  }

  @Test
  void findsAPaymentAsItWasStored() {
    Payment approved = approvePayment.approve(orderId, TERMS);

    Payment found = payments.find(approved.id(), Scope.ALL).orElseThrow();

    assertThat(found.terms()).isEqualTo(TERMS);
    assertThat(found.orderId()).isEqualTo(orderId);
    assertThat(found.status()).isEqualTo(PaymentStatus.APPROVED);
    assertThat(found.approvedAmount()).isEqualTo(18_000);
    assertThat(found.refund()).isNull();
  }

  @Test
  void listsNewestFirstInPages() {
    var ids =
        IntStream.range(0, 5)
            .mapToObj(i -> approvePayment.approve(UUID.randomUUID(), TERMS).id())
            .toList();

    List<Payment> first = payments.find(ALL, null, 2);
    List<Payment> second = payments.find(ALL, after(first.get(1)), 2);
    // a payment added in the meantime does not shift the pages
    approvePayment.approve(UUID.randomUUID(), TERMS);
    List<Payment> last = payments.find(ALL, after(second.get(1)), 2);

    assertThat(first).extracting(Payment::id).containsExactly(ids.get(4), ids.get(3));
    assertThat(second).extracting(Payment::id).containsExactly(ids.get(2), ids.get(1));
    assertThat(last).extracting(Payment::id).containsExactly(ids.get(0));
    assertThat(payments.find(ALL, after(last.get(0)), 2)).isEmpty();
  }

  @Test
  void pagesThroughPaymentsOfTheSameTime() {
    IntStream.range(0, 5).forEach(i -> approvePayment.approve(UUID.randomUUID(), TERMS));
    jdbc.sql("UPDATE payments SET requested_at = '2026-01-01T10:00:00.000001Z'").update();

    List<UUID> read = new ArrayList<>();
    var page = payments.find(ALL, null, 2);
    while (!page.isEmpty()) {
      page.forEach(payment -> read.add(payment.id()));
      page = payments.find(ALL, after(page.get(page.size() - 1)), 2);
    }

    assertThat(read).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void filtersByOrderStatusesAndChange() {
    UUID declinedOrder = UUID.randomUUID();
    approvePayment.approve(orderId, TERMS);
    Payment declined = approvePayment.approve(declinedOrder, terms("declined"));

    assertThat(found(new Payments.Filter(orderId, Set.of(), null, Scope.ALL)))
        .containsExactly(orderId);
    assertThat(found(new Payments.Filter(null, Set.of(PaymentStatus.DECLINED), null, Scope.ALL)))
        .containsExactly(declinedOrder);
    assertThat(
            found(
                new Payments.Filter(
                    null, Set.of(PaymentStatus.DECLINED, PaymentStatus.APPROVED), null, Scope.ALL)))
        .containsExactly(declinedOrder, orderId);
    assertThat(found(new Payments.Filter(orderId, Set.of(PaymentStatus.DECLINED), null, Scope.ALL)))
        .isEmpty();
    assertThat(found(new Payments.Filter(null, Set.of(), declined.endedAt(), Scope.ALL)))
        .containsExactly(declinedOrder);
  }

  @Test
  void hidesPaymentsCancelledBeforeTheyWereRequested() {
    Payment cancelled = cancelPayment.cancel(orderId);

    assertThat(payments.find(cancelled.id(), Scope.ALL)).isEmpty();
    assertThat(found(new Payments.Filter(orderId, Set.of(), null, Scope.ALL))).isEmpty();
  }

  private List<UUID> found(Payments.Filter filter) {
    return payments.find(filter, null, 9).stream().map(Payment::orderId).toList();
  }

  private static Cursor after(Payment payment) {
    return new Cursor(payment.requestedAt(), payment.id());
  }

  @Test
  void changesNothingOutsideATransaction() {
    assertThatExceptionOfType(IllegalTransactionStateException.class)
        .isThrownBy(() -> payments.addIfAbsent(requestedFor(orderId)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "approved_amount = 17999",
        "approved_amount = 0, approved_at = NULL",
        "refunded_amount = 18000, refunded_at = now()",
        "refunded_amount = 1, refunded_at = now()",
        "refunded_amount = -1",
        "status = 'CANCELLED'",
        "status = 'CANCELLED', refunded_amount = 17000, refunded_at = now()",
        "status = 'CANCELLING', refunded_amount = 18000, refunded_at = now()",
        "status = 'REQUESTED'",
        "status = 'DECLINED', decline_reason = 'x'",
        "status = 'PAID'",
        "decline_reason = 'x'",
        "approved_at = NULL",
        "currency = NULL",
        "currency = 'won'",
        "amount = NULL, payment_method = NULL",
        "amount = 0"
      })
  void theDatabaseRefusesInvalidAmounts(String change) {
    approvePayment.approve(orderId, TERMS);

    assertThatExceptionOfType(DataIntegrityViolationException.class)
        .isThrownBy(() -> jdbc.sql("UPDATE payments SET " + change).update());
  }

  @Test
  void theDatabaseKeepsOnePaymentPerOrder() {
    approvePayment.approve(orderId, TERMS);

    assertThatExceptionOfType(DataIntegrityViolationException.class)
        .isThrownBy(
            () ->
                jdbc.sql(
                        """
                        INSERT INTO payments (id, order_id, status, requested_at)
                        VALUES (gen_random_uuid(), ?, 'CANCELLED', now())
                        """)
                    .param(orderId)
                    .update());
  }
}
