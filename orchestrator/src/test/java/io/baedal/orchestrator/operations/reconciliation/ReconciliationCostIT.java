package io.baedal.orchestrator.operations.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.messaging.test.CountingDataSource;
import io.baedal.orchestrator.OrchestratorTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The cost of a comparison: calls and statements for a hundred orders. */
@OrchestratorTest
class ReconciliationCostIT {

  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  private static final Map<String, FakeService> SERVICES = FakeService.all();

  @TestConfiguration
  @Import(CountingDataSource.Installation.class)
  static class Counting {}

  @Autowired Reconcile reconcile;
  @Autowired Scans scans;
  @Autowired DataSource dataSource;

  @DynamicPropertySource
  static void services(DynamicPropertyRegistry properties) {
    FakeService.register(SERVICES, properties);
  }

  @Test
  void aHundredOrdersCostFewCallsAndStatements() {
    reconcile.run();
    var counting = (CountingDataSource) dataSource;
    counting.cost();
    SERVICES.values().forEach(FakeService::reset);
    reconcile.run();
    // the lease, open disagreements, the last scans, a new scan; four pages without a change
    assertThat(counting.cost().statements()).as("a run with nothing to compare").isEqualTo(21);
    assertThat(calls()).as("its calls").hasSize(3);

    // all are payments without a disagreement
    List<UUID> orders = IntStream.range(0, 99).mapToObj(order -> UUID.randomUUID()).toList();
    orders.forEach(
        order ->
            SERVICES
                .get("payment")
                .add(
                    order,
                    LONG_AGO,
                    "\"status\": \"CANCELLED\", \"approvedAmount\": 0, \"refundedAmount\": 0"));
    scans.request("operator", LONG_AGO, LONG_AGO.plusSeconds(1)).orElseThrow();
    counting.cost();
    SERVICES.values().forEach(service -> service.calls().clear());
    reconcile.run();

    // the same run, four more pages, and one comparison of a hundred orders: two statements
    assertThat(counting.cost().statements()).as("with a hundred orders").isEqualTo(21 + 13 + 2);
    assertThat(calls()).as("its calls").hasSize(3 + 3 + 4);
  }

  private static List<String> calls() {
    return SERVICES.values().stream().flatMap(service -> service.calls().stream()).toList();
  }
}
