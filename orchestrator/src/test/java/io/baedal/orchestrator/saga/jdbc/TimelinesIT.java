package io.baedal.orchestrator.saga.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.ReasonCode;
import io.baedal.messaging.republication.Republication;
import io.baedal.messaging.retention.Cleaner;
import io.baedal.messaging.test.OutboxRow;
import io.baedal.orchestrator.OrchestratorTest;
import io.baedal.orchestrator.OrderFixture;
import io.baedal.orchestrator.saga.OrderProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OrchestratorTest
class TimelinesIT {

  @Autowired OrderProgress progress;
  @Autowired Republication republication;
  @Autowired Cleaner cleaner;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void deleteOrders() {
    jdbc.sql("DELETE FROM order_progress").update();
    jdbc.sql("DELETE FROM outbox").update();
  }

  @Test
  void everyEventIsRepublishedWithTheSameBytesAndId() {
    UUID refused = begin();
    advance(refused, OrderStatus.CANCELLATION_REQUESTED, ReasonCode.CUSTOMER_CANCELLED);
    advance(refused, OrderStatus.PICKED_UP, null);
    transaction.executeWithoutResult(
        tx -> progress.refuseCancellation(refused, OrderCancellationRefused.Reason.PICKED_UP));
    advance(refused, OrderStatus.DELIVERED, null);
    UUID declined = begin();
    advance(declined, OrderStatus.REJECTED, ReasonCode.PAYMENT_DECLINED);
    UUID soldOut = begin();
    transaction.executeWithoutResult(
        tx -> progress.comment(soldOut, ReasonCode.STORE_REJECTED, "재료 소진"));
    advance(soldOut, OrderStatus.REJECTED, ReasonCode.STORE_REJECTED);
    List<OutboxRow> first = emptyOutbox();
    assertThat(first).hasSize(9);
    assertThat(of(soldOut, first).get(1).payload()).contains("재료 소진");

    var page = republication.republish(Republication.BEGINNING, Instant.EPOCH);

    assertThat(page).isEqualTo(new Republication.Page(3, 9, null));
    List<OutboxRow> again = emptyOutbox();
    assertThat(again).containsExactlyInAnyOrderElementsOf(first);
    for (UUID order : List.of(refused, declined, soldOut)) {
      assertThat(of(order, again)).isEqualTo(of(order, first));
    }
  }

  @Test
  void republishesInPagesAndOnlyOrdersThatChangedSince() {
    Stream.generate(this::begin).limit(450).toList();
    Instant since = Instant.now();
    UUID late = begin();
    emptyOutbox();

    var first = republication.republish(Republication.BEGINNING, Instant.EPOCH);
    var second = republication.republish(next(first), Instant.EPOCH);
    var third = republication.republish(next(second), Instant.EPOCH);
    assertThat(List.of(first.orders(), second.orders(), third.orders()))
        .containsExactly(200, 200, 51);
    assertThat(third.next()).isNull();
    assertThat(emptyOutbox()).hasSize(451).doesNotHaveDuplicates();

    UUID after = Republication.BEGINNING;
    for (int call = 0; call < 2; call++) {
      after = next(republication.republish(after, since));
    }
    assertThat(republication.republish(after, since).next()).isNull();
    assertThat(emptyOutbox()).extracting(OutboxRow::orderId).containsExactly(late);
    assertThat(
            republication
                .republish(Republication.BEGINNING, since.plus(Duration.ofHours(1)))
                .events())
        .isZero();
  }

  @Test
  void waitsWhileTheOutboxIsLarge() {
    begin();
    jdbc.sql(
            """
            INSERT INTO outbox (event_id, topic, order_id, type, payload, occurred_at)
            SELECT gen_random_uuid(), 'order-status.v1', gen_random_uuid(), 'x', '{}', now()
            FROM generate_series(1, 2000)
            """)
        .update();

    assertThat(republication.republish(Republication.BEGINNING, Instant.EPOCH))
        .isEqualTo(new Republication.Page(0, 0, Republication.BEGINNING));
  }

  /**
   * The order service must have deleted the order before: its republication would start the process
   * again.
   */
  @Test
  void anEndedOrderIsDeletedAMonthLaterThanByTheOrderService() {
    UUID ended = begin();
    advance(ended, OrderStatus.REJECTED, ReasonCode.PAYMENT_DECLINED);
    UUID endedLate = begin();
    advance(endedLate, OrderStatus.REJECTED, ReasonCode.PAYMENT_DECLINED);
    UUID open = begin();
    makeOlder("431 days", ended, open);
    makeOlder("429 days", endedLate);

    cleaner.clean();

    assertThat(jdbc.sql("SELECT order_id FROM order_progress").query(UUID.class).list())
        .containsExactlyInAnyOrder(endedLate, open);
  }

  private void makeOlder(String ago, UUID... orders) {
    jdbc.sql("UPDATE order_progress SET changed_at = now() - ?::interval WHERE order_id = ANY (?)")
        .params(ago, orders)
        .update();
  }

  private static UUID next(Republication.Page page) {
    assertThat(page.next()).isNotNull();
    return page.next();
  }

  private UUID begin() {
    var order = OrderFixture.order();
    transaction.executeWithoutResult(tx -> progress.begin(order));
    return order.orderId();
  }

  private void advance(UUID order, OrderStatus status, ReasonCode reason) {
    transaction.executeWithoutResult(
        tx -> progress.advance(order, status, reason, "Task_" + status));
  }

  private List<OutboxRow> emptyOutbox() {
    return jdbc.sql(
            """
            WITH sent AS (DELETE FROM outbox RETURNING *)
            SELECT event_id, topic, order_id, type, payload FROM sent ORDER BY id
            """)
        .query(OutboxRow.class)
        .list();
  }

  private static List<OutboxRow> of(UUID order, List<OutboxRow> events) {
    return events.stream().filter(event -> event.orderId().equals(order)).toList();
  }
}
