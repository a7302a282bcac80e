package io.baedal.payment.charge;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.messaging.republication.Republication;
import io.baedal.messaging.test.OutboxRow;
import io.baedal.payment.OnRealDatabase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnRealDatabase
class BookedPaymentsIT {

  @Autowired private ApprovePayment approvePayment;
  @Autowired private CancelPayment cancelPayment;
  @Autowired private Republication republication;
  @Autowired private JdbcClient jdbc;

  /** Other tests use the same database, and a page of a republication has 200 orders. */
  @BeforeEach
  void deletePayments() {
    jdbc.sql("TRUNCATE payments, outbox CASCADE").update();
  }

  @Test
  void rebuildsEachEventWithTheSameBytesAndId() {
    UUID approved = UUID.randomUUID();
    UUID cancelled = UUID.randomUUID();
    UUID declined = UUID.randomUUID();
    UUID undone = UUID.randomUUID();
    approvePayment.approve(approved, PaymentFixture.TERMS);
    approvePayment.approve(cancelled, PaymentFixture.TERMS);
    cancelPayment.cancel(cancelled);
    approvePayment.approve(declined, PaymentFixture.terms("declined"));
    cancelPayment.cancel(undone);
    approvePayment.approve(undone, PaymentFixture.TERMS);
    List<UUID> orders = List.of(approved, cancelled, declined, undone);
    List<List<OutboxRow>> first = orders.stream().map(this::sent).toList();
    assertThat(first).extracting(List::size).containsExactly(1, 2, 1, 0);
    jdbc.sql("DELETE FROM outbox").update();

    republication.republish(Republication.BEGINNING, Instant.EPOCH);

    assertThat(orders.stream().map(this::sent)).containsExactlyElementsOf(first);
  }

  @Test
  void omitsPaymentsThatHaveNotChanged() {
    UUID before = UUID.randomUUID();
    approvePayment.approve(before, PaymentFixture.TERMS);
    UUID cancelledLater = UUID.randomUUID();
    approvePayment.approve(cancelledLater, PaymentFixture.TERMS);
    Instant since = Instant.now();
    cancelPayment.cancel(cancelledLater);
    jdbc.sql("DELETE FROM outbox").update();

    republication.republish(Republication.BEGINNING, since);

    assertThat(sent(before)).isEmpty();
    assertThat(sent(cancelledLater)).hasSize(2);
  }

  private List<OutboxRow> sent(UUID orderId) {
    return OutboxRow.of(orderId, jdbc);
  }
}
