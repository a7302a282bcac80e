package io.baedal.delivery.courier.simulation;

import io.baedal.delivery.DeliveryProperties;
import io.baedal.delivery.courier.ChangeDelivery;
import io.baedal.delivery.courier.DeliveryStatus;
import io.baedal.delivery.refusal.WrongState;
import io.baedal.web.access.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Simulated couriers, which pick up and deliver automatically. They keep no state in memory, so
 * that a restart loses no step. Several replicas can execute the same step; the repeat changes
 * nothing.
 */
@Component
@ConditionalOnProperty("delivery.simulation.enabled")
class SimulatedCouriers {

  private static final Logger log = LoggerFactory.getLogger(SimulatedCouriers.class);

  private static final String DUE =
      """
      (SELECT order_id, status FROM deliveries
       WHERE status = 'PICKED_UP' AND picked_up_at <= ? ORDER BY started_at LIMIT 200)
      UNION ALL
      (SELECT order_id, status FROM deliveries
       WHERE status = 'STARTED' AND started_at <= ? ORDER BY started_at LIMIT 200)
      """;

  private final JdbcClient jdbc;
  private final ChangeDelivery changeDelivery;
  private final Clock clock;
  private final DeliveryProperties.Simulation simulation;

  SimulatedCouriers(
      JdbcClient jdbc, ChangeDelivery changeDelivery, Clock clock, DeliveryProperties properties) {
    this.jdbc = jdbc;
    this.changeDelivery = changeDelivery;
    this.clock = clock;
    this.simulation = properties.simulation();
  }

  /** Executes one batch of due steps. */
  @Scheduled(fixedDelayString = "${delivery.simulation.every}")
  void executeDueSteps() {
    jdbc.sql(DUE)
        .param(ago(simulation.completion()))
        .param(ago(simulation.pickUp()))
        .query(Due.class)
        .list()
        .forEach(this::execute);
  }

  private void execute(Due due) {
    try {
      if (due.status() == DeliveryStatus.PICKED_UP) {
        changeDelivery.complete(due.orderId(), Scope.ALL);
      } else {
        changeDelivery.pickUp(due.orderId(), Scope.ALL);
      }
    } catch (WrongState changed) {
      log.debug("simulated courier: order {} has changed in the meantime", due.orderId());
    }
  }

  private OffsetDateTime ago(Duration wait) {
    return clock.instant().minus(wait).atOffset(ZoneOffset.UTC);
  }

  record Due(UUID orderId, DeliveryStatus status) {}
}
