package io.baedal.delivery.store.simulation;

import io.baedal.delivery.DeliveryProperties;
import io.baedal.delivery.refusal.WrongState;
import io.baedal.delivery.store.ChangeStoreRequest;
import io.baedal.web.access.Scope;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Simulated stores, which answer automatically. They reject an order if the name of a product
 * contains {@code REJECT}, do not answer if it contains {@code IGNORE}, and accept otherwise. They
 * keep no state in memory, so that a restart loses no answer. Several replicas can give the same
 * answer; the repeat changes nothing.
 */
@Component
@ConditionalOnProperty("delivery.simulation.enabled")
class SimulatedStores {

  private static final Logger log = LoggerFactory.getLogger(SimulatedStores.class);

  private static final String DUE =
      """
      SELECT order_id, jsonb_path_exists(details, '$.items[*].productName ? (@ like_regex "REJECT")') AS rejects
      FROM store_requests
      WHERE status = 'REQUESTED' AND requested_at <= ?
        AND NOT jsonb_path_exists(details, '$.items[*].productName ? (@ like_regex "IGNORE")')
      ORDER BY requested_at LIMIT 200
      """;

  private final JdbcClient jdbc;
  private final ChangeStoreRequest changeStoreRequest;
  private final Clock clock;
  private final DeliveryProperties.Simulation simulation;

  SimulatedStores(
      JdbcClient jdbc,
      ChangeStoreRequest changeStoreRequest,
      Clock clock,
      DeliveryProperties properties) {
    this.jdbc = jdbc;
    this.changeStoreRequest = changeStoreRequest;
    this.clock = clock;
    this.simulation = properties.simulation();
  }

  /** Answers one batch of due requests. */
  @Scheduled(fixedDelayString = "${delivery.simulation.every}")
  void answer() {
    jdbc.sql(DUE)
        .param(clock.instant().minus(simulation.storeAnswer()).atOffset(ZoneOffset.UTC))
        .query(Due.class)
        .list()
        .forEach(this::answer);
  }

  private void answer(Due due) {
    try {
      if (due.rejects()) {
        changeStoreRequest.reject(due.orderId(), "sold out", Scope.ALL);
      } else {
        changeStoreRequest.accept(due.orderId(), Scope.ALL);
      }
    } catch (WrongState changed) {
      log.debug("simulated store: order {} has changed in the meantime", due.orderId());
    }
  }

  record Due(UUID orderId, boolean rejects) {}
}
