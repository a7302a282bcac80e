package io.baedal.payment.charge.jdbc;

import static io.baedal.payment.charge.PaymentFixture.TERMS;
import static io.baedal.payment.charge.PaymentFixture.terms;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.baedal.payment.OnRealDatabase;
import io.baedal.payment.charge.ApprovePayment;
import io.baedal.payment.charge.CancelPayment;
import io.baedal.payment.charge.PaymentStates;
import io.baedal.payment.charge.PaymentStates.State;
import io.baedal.payment.charge.PaymentStatus;
import io.baedal.web.reconciliation.OrderChanges.Change;
import io.baedal.web.reconciliation.OrderChanges.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnRealDatabase
class JdbcPaymentStatesIT {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  @Autowired private PaymentStates states;
  @Autowired private ApprovePayment approvePayment;
  @Autowired private CancelPayment cancelPayment;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void empty() {
    jdbc.sql("TRUNCATE payments").update();
  }

  @Test
  void returnsTheStatesOfKnownOrders() {
    UUID approved = UUID.randomUUID();
    UUID refunded = UUID.randomUUID();
    UUID cancelled = UUID.randomUUID();
    approvePayment.approve(approved, TERMS);
    approvePayment.approve(refunded, TERMS);
    cancelPayment.cancel(refunded);
    cancelPayment.cancel(cancelled);

    List<State> found = states.of(List.of(approved, refunded, cancelled, UUID.randomUUID()));

    assertThat(found)
        .extracting(State::orderId, State::status, State::approvedAmount, State::refundedAmount)
        .containsExactlyInAnyOrder(
            tuple(approved, PaymentStatus.APPROVED, 18_000L, 0L),
            tuple(refunded, PaymentStatus.CANCELLED, 18_000L, 18_000L),
            tuple(cancelled, PaymentStatus.CANCELLED, 0L, 0L));
  }

  @Test
  void aRefundIsAChange() {
    UUID order = UUID.randomUUID();
    approvePayment.approve(order, TERMS);
    Instant approvedAt = states.of(List.of(order)).get(0).changedAt();
    cancelPayment.cancel(order);

    assertThat(states.of(List.of(order)).get(0).changedAt()).isAfter(approvedAt);
    assertThat(changes(approvedAt, approvedAt.plusNanos(1_000), 10)).isEmpty();
  }

  @Test
  void aDeclineAndACancellationWithoutMoneyAreChanges() {
    UUID declined = UUID.randomUUID();
    UUID cancelled = UUID.randomUUID();
    Instant declinedAt = approvePayment.approve(declined, terms("declined")).endedAt();
    Instant cancelledAt = cancelPayment.cancel(cancelled).endedAt();

    assertThat(states.of(List.of(declined)).get(0).changedAt()).isEqualTo(declinedAt);
    assertThat(states.of(List.of(cancelled)).get(0).changedAt()).isEqualTo(cancelledAt);
    assertThat(changes(declinedAt, cancelledAt.plusNanos(1_000), 10))
        .extracting(Change::orderId)
        .containsExactly(declined, cancelled);
  }

  @Test
  void changesArePagedByTimeAndOrderAndTheEndIsExclusive() {
    Instant first = Instant.parse("2026-01-01T10:00:00.000001Z");
    List<UUID> orders = IntStream.range(0, 5).mapToObj(order -> UUID.randomUUID()).toList();
    // four at the same time
    orders.subList(0, 4).forEach(order -> requestedAt(order, first));
    requestedAt(orders.get(4), first.plusSeconds(1));

    List<UUID> read = new ArrayList<>();
    Span span = new Span(first, BEFORE_ALL, first.plusSeconds(2));
    for (var page = states.changes(span, 2); !page.isEmpty(); page = states.changes(span, 2)) {
      page.forEach(change -> read.add(change.orderId()));
      Change last = page.get(page.size() - 1);
      span = new Span(last.changedAt(), last.orderId(), span.to());
    }

    assertThat(read).containsExactlyInAnyOrderElementsOf(orders).endsWith(orders.get(4));
    assertThat(changes(first, first.plusSeconds(1), 10)).hasSize(4);
    assertThat(changes(first.plusNanos(1_000), first.plusSeconds(1), 10)).isEmpty();
  }

  @Test
  void changesAreFoundByTheIndex() {
    jdbc.sql(
            """
            INSERT INTO payments (id, order_id, amount, currency, payment_method, status, requested_at)
            SELECT gen_random_uuid(), gen_random_uuid(), 1, 'KRW', 'x', 'REQUESTED',
              '2026-01-01'::timestamptz + make_interval(secs => n) FROM generate_series(1, 5000) n
            """)
        .update();
    jdbc.sql("ANALYZE payments").update();

    List<String> plan =
        jdbc.sql(
                "EXPLAIN "
                    + JdbcPaymentStates.CHANGES
                        .replaceFirst("\\?, \\?", "'2026-01-01'::timestamptz, gen_random_uuid()")
                        .replaceFirst("\\?", "'2026-01-01 01:00'::timestamptz")
                        .replaceFirst("\\?", "100"))
            .query(String.class)
            .list();

    assertThat(plan).anyMatch(line -> line.contains("using payments_changed"));
    assertThat(plan).noneMatch(line -> line.contains("Sort"));
  }

  private List<Change> changes(Instant from, Instant to, int limit) {
    return states.changes(new Span(from, BEFORE_ALL, to), limit);
  }

  private void requestedAt(UUID order, Instant at) {
    approvePayment.approve(order, TERMS);
    jdbc.sql("UPDATE payments SET requested_at = :at, approved_at = :at WHERE order_id = :order")
        .param("at", at.atOffset(UTC))
        .param("order", order)
        .update();
  }
}
