package io.baedal.orchestrator;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.test.TestPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.management.Metrics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;

/** Two orchestrators on one database and one broker, without faults. */
@Tag("slow")
@EmbeddedKafka(kraft = true)
class TwoOrchestratorsIT {

  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  @RegisterExtension
  static final WireMockExtension WORKERS =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private static final List<ConfigurableApplicationContext> ORCHESTRATORS = new ArrayList<>();
  private static JdbcClient jdbc;
  private static SimulatedUsers users;

  @BeforeAll
  static void start(EmbeddedKafkaBroker broker) {
    String database = TestPostgres.newDatabase();
    jdbc = JdbcClient.create(new DriverManagerDataSource(database, "postgres", "postgres"));
    for (String name : List.of("first", "second")) {
      ORCHESTRATORS.add(
          SpringApplication.run(
              OrchestratorApplication.class,
              arguments(name, database, broker.getBrokersAsString())));
    }
    users = new SimulatedUsers(broker.getBrokersAsString());
  }

  private static String[] arguments(String name, String database, String brokers) {
    return Stream.of(
            "server.port=0",
            "spring.datasource.url=" + database,
            "spring.datasource.username=postgres",
            "spring.datasource.password=postgres",
            "spring.kafka.bootstrap-servers=" + brokers,
            // each engine in a JVM needs a different name
            "camunda.bpm.process-engine-name=" + name,
            "orchestrator.operator.password=test-password",
            // a call that times out on a slow machine would be repeated
            "spring.cloud.openfeign.client.config.default.read-timeout=60000",
            "orchestrator.workers.order.url=" + WORKERS.baseUrl(),
            "orchestrator.workers.payment.url=" + WORKERS.baseUrl(),
            "orchestrator.workers.delivery.url=" + WORKERS.baseUrl())
        .map(property -> "--" + property)
        .toArray(String[]::new);
  }

  @AfterAll
  static void stop() {
    users.close();
    ORCHESTRATORS.forEach(ConfigurableApplicationContext::close);
  }

  @Test
  void eachCallIsMadeOnceAndEachStatusIsPublishedOnce() {
    long[] before = jobsDone();
    users.startReacting();
    List<UUID> orders = place();

    assertAllEnd(
        orders,
        List.of(
            OrderStatus.PLACED,
            OrderStatus.PAYMENT_APPROVED,
            OrderStatus.STORE_REQUESTED,
            OrderStatus.STORE_ACCEPTED,
            OrderStatus.DELIVERY_STARTED,
            OrderStatus.PICKED_UP,
            OrderStatus.DELIVERED),
        List.of("PUT /payment-requests", "PUT /store-requests", "PUT /deliveries"));
    assertBothWorkedSince(before);
  }

  @Test
  void eachDeadlineThatPassesRejectsItsOrderOnce() {
    long[] before = jobsDone();
    users.stopReacting();
    List<UUID> orders = place();
    awaitLast(orders, OrderStatus.STORE_REQUESTED);
    // all at once, so that both instances find them
    int deadlines =
        jdbc.sql("UPDATE act_ru_job SET duedate_ = now() WHERE type_ = 'timer'").update();
    assertThat(deadlines).isEqualTo(orders.size());

    assertAllEnd(
        orders,
        List.of(
            OrderStatus.PLACED,
            OrderStatus.PAYMENT_APPROVED,
            OrderStatus.STORE_REQUESTED,
            OrderStatus.REJECTED),
        List.of(
            "PUT /payment-requests",
            "PUT /store-requests",
            "DELETE /store-requests",
            "DELETE /payment-requests"));
    assertBothWorkedSince(before);
  }

  private static List<UUID> place() {
    workersSucceed();
    List<UUID> orders = Stream.generate(UUID::randomUUID).limit(60).toList();
    orders.forEach(users::place);
    return orders;
  }

  private static void assertAllEnd(
      List<UUID> orders, List<OrderStatus> timeline, List<String> calls) {
    awaitLast(orders, timeline.get(timeline.size() - 1));
    Map<UUID, List<String>> made = calls();
    assertThat(orders)
        .allSatisfy(
            id -> {
              assertThat(users.timeline(id)).isEqualTo(timeline);
              assertThat(made.get(id)).isEqualTo(calls);
            });
    assertThat(running()).isZero();
  }

  private static void assertBothWorkedSince(long[] before) {
    assertThat(IntStream.range(0, 2).mapToLong(i -> jobsDone()[i] - before[i]).toArray())
        .as("jobs of each instance")
        .doesNotContain(0);
  }

  private static void workersSucceed() {
    answer("/payment-requests/.*", "APPROVED");
    answer("/store-requests/.*", "REQUESTED");
    answer("/deliveries/.*", "STARTED");
  }

  private static void answer(String path, String done) {
    WORKERS.stubFor(put(urlMatching(path)).willReturn(okJson("{\"status\":\"" + done + "\"}")));
    WORKERS.stubFor(delete(urlMatching(path)).willReturn(okJson("{\"status\":\"CANCELLED\"}")));
  }

  private static void awaitLast(List<UUID> orders, OrderStatus last) {
    await()
        .atMost(TIMEOUT)
        .untilAsserted(
            () ->
                assertThat(orders)
                    .allSatisfy(id -> assertThat(users.timeline(id)).last().isEqualTo(last)));
  }

  /** The calls for each order that the workers received, without health checks. */
  private static Map<UUID, List<String>> calls() {
    return WORKERS.findAll(anyRequestedFor(urlMatching("/[a-z-]+/[0-9a-f-]{36}.*"))).stream()
        .collect(
            Collectors.groupingBy(
                call -> UUID.fromString(call.getUrl().split("/")[2]),
                Collectors.mapping(TwoOrchestratorsIT::kind, Collectors.toList())));
  }

  private static String kind(LoggedRequest call) {
    return call.getMethod() + " " + call.getUrl().replaceAll("/[0-9a-f-]{36}", "");
  }

  private static long running() {
    return ORCHESTRATORS
        .get(0)
        .getBean(ProcessEngine.class)
        .getRuntimeService()
        .createProcessInstanceQuery()
        .count();
  }

  /** How many jobs each of them has done. */
  private static long[] jobsDone() {
    return ORCHESTRATORS.stream()
        .map(context -> context.getBean(ProcessEngine.class).getProcessEngineConfiguration())
        .mapToLong(
            engine ->
                ((ProcessEngineConfigurationImpl) engine)
                    .getMetricsRegistry()
                    .getDbMeterByName(Metrics.JOB_SUCCESSFUL)
                    .get())
        .toArray();
  }
}
