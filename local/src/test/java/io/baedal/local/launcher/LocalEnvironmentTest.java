package io.baedal.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.local.common.Instance;
import io.baedal.local.common.Listen;
import io.baedal.local.common.Part;
import io.baedal.local.common.Passwords;
import io.baedal.local.common.Ports;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalEnvironmentTest {
  @TempDir Path data;
  private LocalEnvironment environment;

  @BeforeEach
  void withPortsMovedBy1000() {
    environment = with(1);
  }

  private LocalEnvironment with(int replicas) {
    LocalOptions options =
        LocalOptions.in(data).ports(Ports.withOffset(1_000)).replicas(replicas).build();
    return new LocalEnvironment(options, new Passwords(data));
  }

  @Test
  void givesEachServiceItsOwnDatabaseAndRole() {
    Map<String, String> order = environment.of(Instance.first(Part.ORDER));
    Map<String, String> view = environment.of(Instance.first(Part.ORDER_VIEW));

    assertThat(order)
        .containsEntry("SPRING_DATASOURCE_URL", "jdbc:postgresql://localhost:6432/orders")
        .containsEntry("SPRING_DATASOURCE_USERNAME", "orders")
        .containsEntry("SERVER_ADDRESS", "127.0.0.1")
        .containsEntry("SERVER_PORT", "9082")
        .containsEntry("MANAGEMENT_SERVER_PORT", "19082")
        // health and metrics listen on the address of the API
        .doesNotContainKey("MANAGEMENT_SERVER_ADDRESS");
    assertThat(view).containsEntry("SPRING_DATASOURCE_USERNAME", "order_view");
    assertThat(order.get("SPRING_DATASOURCE_PASSWORD"))
        .isNotBlank()
        .isNotEqualTo(view.get("SPRING_DATASOURCE_PASSWORD"));
  }

  @Test
  void pointsTheOrchestratorToTheMovedWorkersAndGivesItAPassword() {
    assertThat(environment.of(Instance.first(Part.ORCHESTRATOR)))
        .containsEntry("ORCHESTRATOR_WORKERS_PAYMENT_URL", "http://localhost:9083")
        .containsEntry("ORCHESTRATOR_WORKERS_ORDER_VIEW_URL", "http://localhost:9084")
        .containsEntry("SPRING_KAFKA_BOOTSTRAP_SERVERS", "localhost:10092")
        .containsEntry("ORCHESTRATOR_OPERATOR_PASSWORD", new Passwords(data).operator());
  }

  @Test
  void simulatesStoresCouriersAndPayments() {
    assertThat(environment.of(Instance.first(Part.DELIVERY)))
        .containsEntry("DELIVERY_SIMULATION_ENABLED", "true")
        .containsEntry("DELIVERY_SIMULATION_STORE_ANSWER", "3s");
    assertThat(environment.of(Instance.first(Part.PAYMENT)))
        .containsEntry("PAYMENT_SIMULATION_ENABLED", "true");
  }

  @Test
  void listsAllInstancesWhereThereAreSeveral() {
    LocalEnvironment two = with(2);

    assertThat(two.of(new Instance(Part.PAYMENT, 2)))
        .containsEntry("SERVER_PORT", "9093")
        .containsEntry("MANAGEMENT_SERVER_PORT", "19093")
        .containsEntry("SPRING_DATASOURCE_URL", "jdbc:postgresql://localhost:6432/payment");
    assertThat(two.of(Instance.first(Part.GATEWAY)))
        .containsEntry("GATEWAY_ROUTES_ORDER_URL", "http://localhost:9082,http://localhost:9092");
    assertThat(two.of(Instance.first(Part.ORCHESTRATOR)))
        .containsEntry(
            "ORCHESTRATOR_WORKERS_DELIVERY_URL", "http://localhost:9081,http://localhost:9091");
  }

  @Test
  void listensWhereConfiguredAndIsAlsoReachedOnLoopback() {
    LocalOptions options =
        LocalOptions.in(data).ports(Ports.withOffset(0).on(Listen.named("0.0.0.0"))).build();

    assertThat(new LocalEnvironment(options, new Passwords(data)).of(Instance.first(Part.GATEWAY)))
        .containsEntry("SERVER_ADDRESS", "0.0.0.0")
        .containsEntry("GATEWAY_ROUTES_ORDER_URL", "http://localhost:8082");
  }

  @Test
  void gatewayLogsPeopleInAtTheProvider() {
    Map<String, String> gateway = environment.of(Instance.first(Part.GATEWAY));
    Map<String, String> provider = environment.of(Instance.first(Part.IDENTITY));

    assertThat(gateway)
        .containsEntry("GATEWAY_ROUTES_ORDER_VIEW_URL", "http://localhost:9084")
        .containsEntry("GATEWAY_LOGIN_URL", "http://localhost:9088")
        .containsEntry("BAEDAL_ACCESS_ISSUER", provider.get("IDENTITY_ISSUER"))
        .containsEntry("GATEWAY_LOGIN_CLIENT_SECRET", provider.get("IDENTITY_GATEWAY_PASSWORD"));
    assertThat(provider)
        .containsEntry(
            "IDENTITY_GATEWAY_LOGIN_URIS", "http://localhost:9088/login/oauth2/code/baedal");
  }
}
