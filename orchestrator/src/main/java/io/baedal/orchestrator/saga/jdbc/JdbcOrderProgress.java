package io.baedal.orchestrator.saga.jdbc;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.event.OrderPlaced;
import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.OrderStatusChanged;
import io.baedal.messaging.event.ReasonCode;
import io.baedal.messaging.outbox.Outbox;
import io.baedal.orchestrator.saga.OrderMetrics;
import io.baedal.orchestrator.saga.OrderProgress;
import io.baedal.orchestrator.saga.StatusCannotFollow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@link OrderProgress} in the engine's database, so that both commit together. */
@Repository
class JdbcOrderProgress implements OrderProgress {

  private static final String FIRST_STEP = "StartEvent_OrderPlaced";

  /** For each status, the statuses that it may follow. */
  private static final Map<OrderStatus, String[]> BEFORE =
      Arrays.stream(OrderStatus.values())
          .collect(
              toMap(
                  status -> status,
                  status ->
                      Arrays.stream(OrderStatus.values())
                          .filter(before -> before.allows(status))
                          .map(OrderStatus::name)
                          .toArray(String[]::new)));

  /** Three steps read the placed order, within a second if no step fails. */
  private final Cache<UUID, OrderPlaced> recentlyPlaced =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).maximumSize(1_000).build();

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final ObjectMapper json;
  private final Clock clock;
  private final OrderMetrics metrics;

  JdbcOrderProgress(
      JdbcClient jdbc, Outbox outbox, ObjectMapper json, Clock clock, OrderMetrics metrics) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.json = json;
    this.clock = clock;
    this.metrics = metrics;
  }

  @Override
  public boolean begin(OrderPlaced order) {
    Instant now = clock.instant();
    boolean first =
        jdbc.sql(
                    """
                    INSERT INTO order_progress
                      (order_id, status, sequence, placed, parked, changed_at, timeline)
                    VALUES (?, ?, 1, ?::jsonb,
                      (SELECT count(*) FROM parked_messages WHERE order_id = ?), ?, '1 ' || ?)
                    ON CONFLICT (order_id) DO NOTHING
                    """)
                .params(
                    order.orderId(),
                    OrderStatus.PLACED.name(),
                    write(order),
                    order.orderId(),
                    utc(now),
                    TimelineLine.change(OrderStatus.PLACED, null, FIRST_STEP, now))
                .update()
            == 1;
    if (first) {
      outbox.publish(
          new OrderStatusChanged(
              order.orderId(), 1, OrderStatus.PLACED, null, null, FIRST_STEP, now));
      metrics.changed(OrderStatus.PLACED, null, Duration.between(order.placedAt(), now));
    }
    return first;
  }

  @Override
  public boolean advance(
      UUID orderId, OrderStatus status, @Nullable ReasonCode reason, String step) {
    Instant now = clock.instant();
    Advanced advanced =
        jdbc.sql(
                """
                UPDATE order_progress
                SET status = ?, sequence = sequence + 1, reason = ?, changed_at = ?,
                  timeline = concat(sequence + 1, ' ', ?, E'\\n', timeline)
                WHERE order_id = ? AND status = ANY (?)
                RETURNING sequence, parked, store_comment, operator_comment,
                  (placed ->> 'placedAt')::timestamptz AS placed_at
                """)
            .params(
                status.name(),
                reason == null ? null : reason.name(),
                utc(now),
                TimelineLine.change(status, reason, step, now),
                orderId,
                BEFORE.get(status))
            .query(Advanced.class)
            .optional()
            .orElseThrow(() -> new StatusCannotFollow(orderId, status));
    @Nullable String comment =
        Comments.on(reason, advanced.storeComment(), advanced.operatorComment());
    outbox.publish(
        new OrderStatusChanged(orderId, advanced.sequence(), status, reason, comment, step, now));
    metrics.changed(status, reason, Duration.between(advanced.placedAt(), now));
    return advanced.parked() > 0;
  }

  @Override
  public void comment(UUID orderId, ReasonCode reason, @Nullable String comment) {
    jdbc.sql("UPDATE order_progress SET " + Comments.column(reason) + " = ? WHERE order_id = ?")
        .params(comment, orderId)
        .update();
  }

  @Override
  public void refuseCancellation(UUID orderId, OrderCancellationRefused.Reason reason) {
    Instant now = clock.instant();
    jdbc.sql(
            """
            UPDATE order_progress SET changed_at = ?, timeline = concat(?, E'\\n', timeline)
            WHERE order_id = ?
            """)
        .params(utc(now), TimelineLine.refusal(reason, now), orderId)
        .update();
    outbox.publish(new OrderCancellationRefused(orderId, reason, now));
  }

  @Override
  public Optional<OrderStatus> lock(UUID orderId) {
    return jdbc.sql("SELECT status FROM order_progress WHERE order_id = ? FOR UPDATE")
        .param(orderId)
        .query(String.class)
        .optional()
        .map(OrderStatus::valueOf);
  }

  @Override
  public OrderPlaced placed(UUID orderId) {
    return recentlyPlaced.get(orderId, this::readPlaced);
  }

  private OrderPlaced readPlaced(UUID orderId) {
    return jdbc.sql("SELECT placed FROM order_progress WHERE order_id = ?")
        .param(orderId)
        .query(String.class)
        .optional()
        .map(this::read)
        .orElseThrow(() -> new NoSuchElementException("order " + orderId + " is unknown"));
  }

  private String write(OrderPlaced order) {
    try {
      return json.writeValueAsString(order);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("order cannot be written as JSON", e);
    }
  }

  private OrderPlaced read(String placed) {
    try {
      return json.readValue(placed, OrderPlaced.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored order cannot be read", e);
    }
  }

  private static OffsetDateTime utc(Instant at) {
    return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
  }

  private record Advanced(
      int sequence,
      int parked,
      @Nullable String storeComment,
      @Nullable String operatorComment,
      Instant placedAt) {}
}
