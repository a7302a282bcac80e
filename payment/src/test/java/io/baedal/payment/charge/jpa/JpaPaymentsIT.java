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

  private final UUID orderId = UUID.randomUUID();

  @BeforeEach
  void empty() {
    jdbc.sql("TRUNCATE payments").update();
  }

  @Test
  void findsAPaymentAsItWasStored() {
    Payment approved = approvePayment.approve(orderId, TERMS);

    Payment found = payments.find(approved.id()).orElseThrow();

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

    var first = payments.find(new Payments.Filter(null, null), 0, 2);
    var last = payments.find(new Payments.Filter(null, null), 2, 2);

    assertThat(first.totalItems()).isEqualTo(5);
    assertThat(first.items()).extracting(Payment::id).containsExactly(ids.get(4), ids.get(3));
    assertThat(last.items()).extracting(Payment::id).containsExactly(ids.get(0));
    assertThat(payments.find(new Payments.Filter(null, null), 1_000_000, 100).items()).isEmpty();
  }

  @Test
  void filtersByOrderAndStatus() {
    UUID declinedOrder = UUID.randomUUID();
    approvePayment.approve(orderId, TERMS);
    approvePayment.approve(declinedOrder, terms("declined"));

    assertThat(payments.find(new Payments.Filter(orderId, null), 0, 9).items())
        .extracting(Payment::orderId)
        .containsExactly(orderId);
    assertThat(payments.find(new Payments.Filter(null, PaymentStatus.DECLINED), 0, 9).items())
        .extracting(Payment::orderId)
        .containsExactly(declinedOrder);
    assertThat(payments.find(new Payments.Filter(orderId, PaymentStatus.DECLINED), 0, 9).items())
        .isEmpty();
  }

  @Test
  void hidesWhatWasUndoneUnrequested() {
    Payment tombstone = cancelPayment.cancel(orderId);

    assertThat(payments.find(tombstone.id())).isEmpty();
    assertThat(payments.find(new Payments.Filter(orderId, null), 0, 9).totalItems()).isZero();
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
  void theDatabaseRefusesMoneyThatCannotBe(String change) {
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
