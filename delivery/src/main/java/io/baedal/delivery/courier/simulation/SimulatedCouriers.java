package io.baedal.delivery.courier.simulation;

import io.baedal.delivery.DeliveryProperties;
import io.baedal.delivery.courier.AdvanceDelivery;
import io.baedal.delivery.refusal.WrongState;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Couriers that pick up and deliver by themselves. They keep no state in memory, so that a restart
 * loses no step. Several replicas may take the same step; the repeat changes nothing.
 */
@Component
@ConditionalOnProperty("delivery.simulation.enabled")
class SimulatedCouriers {

  private static final Logger log = LoggerFactory.getLogger(SimulatedCouriers.class);

  private static final String WAITING =
      """
      SELECT order_id FROM deliveries
      WHERE status = 'STARTED' AND started_at <= ? ORDER BY started_at LIMIT 200
      """;
  private static final String ON_THE_WAY =
      """
      SELECT order_id FROM deliveries
      WHERE status = 'PICKED_UP' AND picked_up_at <= ? ORDER BY started_at LIMIT 200
      """;

  private final JdbcClient jdbc;
  private final AdvanceDelivery advanceDelivery;
  private final Clock clock;
  private final DeliveryProperties.Simulation simulation;

  SimulatedCouriers(
      JdbcClient jdbc,
      AdvanceDelivery advanceDelivery,
      Clock clock,
      DeliveryProperties properties) {
    this.jdbc = jdbc;
    this.advanceDelivery = advanceDelivery;
    this.clock = clock;
    this.simulation = properties.simulation();
  }

  /** Takes one batch of due steps. */
  @Scheduled(fixedDelayString = "${delivery.simulation.every}")
  void move() {
    take(ON_THE_WAY, simulation.completion(), advanceDelivery::complete);
    take(WAITING, simulation.pickUp(), advanceDelivery::pickUp);
  }

  private void take(String due, Duration wait, Consumer<UUID> step) {
    jdbc.sql(due)
        .param(clock.instant().minus(wait).atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .list()
        .forEach(orderId -> take(step, orderId));
  }

  private static void take(Consumer<UUID> step, UUID orderId) {
    try {
      step.accept(orderId);
    } catch (WrongState overtaken) {
      log.debug("simulated courier came too late for {}", orderId);
    }
  }
}
