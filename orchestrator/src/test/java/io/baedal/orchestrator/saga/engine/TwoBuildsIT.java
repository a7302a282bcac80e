package io.baedal.orchestrator.saga.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.messaging.event.DeliveryCompleted;
import io.baedal.messaging.event.DeliveryPickedUp;
import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.event.OrderPlaced;
import io.baedal.messaging.event.ReasonCode;
import io.baedal.messaging.event.StoreAccepted;
import io.baedal.messaging.test.TestPostgres;
import io.baedal.orchestrator.OrchestratorApplication;
import io.baedal.orchestrator.OrderFixture;
import io.baedal.orchestrator.Orders;
import io.baedal.orchestrator.operations.migration.BookedWorkers;
import io.baedal.orchestrator.operations.migration.ChangedModel;
import io.baedal.orchestrator.saga.DecideOnCancellation;
import io.baedal.orchestrator.saga.ReceiveEvent;
import io.baedal.orchestrator.saga.RetriedTransaction;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two builds on one database, as during a rolling upgrade. The old build has neither the changed
 * model nor the beans that this model calls.
 */
@Tag("slow")
class TwoBuildsIT {

  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final String DATABASE = TestPostgres.newDatabase();

  @TempDir private static Path directory;
  private static @Nullable ConfigurableApplicationContext old;
  private static @Nullable ConfigurableApplicationContext changed;

  /** A build takes seconds to start, so that tests reuse running builds. */
  @BeforeEach
  void startBothBuilds() {
    old = old == null ? startOld() : old;
    changed = changed == null ? startChanged() : changed;
  }

  @AfterAll
  static void stopAll() {
    stopOld();
    stopChanged();
  }

  @Test
  void eachBuildStartsOrdersOnItsOwnVersionAndAllAreDelivered() {
    UUID onOld = place(old);
    UUID onNew = place(changed);
    assertThat(tag(onOld)).isEqualTo(ChangedModel.tagBefore());
    assertThat(tag(onNew)).isEqualTo(ChangedModel.TAG);

    // any instance can receive a message
    deliver(onOld, changed);
    deliver(onNew, old);

    assertThat(workers().effectsOf(onOld)).doesNotContain("PACKED");
    assertThat(workers().effectsOf(onNew)).contains("PACKED");
    assertThat(old.getBean(RuntimeService.class).createIncidentQuery().count()).isZero();
  }

  @Test
  void theNewBuildRunsOrdersOfTheOldVersion() {
    UUID order = place(old);
    awaitStatus(order, "STORE_REQUESTED");
    stopOld();

    deliver(order, changed);

    assertThat(workers().effectsOf(order)).doesNotContain("PACKED");
  }

  @Test
  void anOldBuildThatRestartsStartsOrdersOnItsOwnVersion() {
    stopOld();
    old = startOld();

    assertThat(tag(place(old))).isEqualTo(ChangedModel.tagBefore());
    assertThat(tag(place(changed))).isEqualTo(ChangedModel.TAG);
    assertThat(old.getBean(RepositoryService.class).createProcessDefinitionQuery().count())
        .isEqualTo(2);
  }

  @Test
  void theOldBuildDoesNotRunOrdersOfTheNewVersionAndReportsThem() {
    double others = unrunnable(old);
    UUID order = place(changed);
    awaitStatus(order, "STORE_REQUESTED");
    receive(changed, new StoreAccepted(order, "store-1", Instant.EPOCH));
    awaitStatus(order, "DELIVERY_STARTED");
    assertThat(unrunnable(changed)).isZero();
    stopChanged();
    changed = startChanged("--camunda.bpm.job-execution.enabled=false");
    UUID atAJob = place(changed);
    stopChanged();

    awaitStatus(place(old), "STORE_REQUESTED");
    assertThat(status(atAJob)).isEqualTo("PLACED");
    assertThat(old.getBean(ManagementService.class).createJobQuery().messages().list())
        .allSatisfy(job -> assertThat(job.getRetries()).isEqualTo(12));
    receive(old, new DeliveryPickedUp(order, Instant.EPOCH));
    assertThat(cancelledByOperator(old, order))
        .isEqualTo(DecideOnCancellation.Outcome.RUNS_ELSEWHERE);
    assertThat(status(order)).isEqualTo("DELIVERY_STARTED");
    assertThat(unrunnable(old)).isEqualTo(others + 2);

    changed = startChanged();
    awaitStatus(atAJob, "STORE_REQUESTED");
    awaitStatus(order, "PICKED_UP");
    receive(changed, new DeliveryCompleted(order, Instant.EPOCH));
    awaitStatus(order, "DELIVERED");
  }

  // ---- helpers

  private static ConfigurableApplicationContext startOld() {
    return start(List.of(BookedWorkers.Beans.class));
  }

  private static ConfigurableApplicationContext startChanged(String... settings) {
    return start(
        List.of(BookedWorkers.Beans.class, BookedWorkers.NewBeans.class),
        Stream.concat(
                Stream.of("--orchestrator.model=" + ChangedModel.in(directory).toUri()),
                Stream.of(settings))
            .toArray(String[]::new));
  }

  private static ConfigurableApplicationContext start(List<Class<?>> beans, String... settings) {
    Stream<String> common =
        Stream.of(
            "--spring.datasource.url=" + DATABASE,
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=postgres",
            "--server.port=0",
            "--orchestrator.operator.password=secret",
            "--baedal.messaging.listen=false",
            "--baedal.messaging.poll-interval=1h",
            "--spring.kafka.bootstrap-servers=localhost:1");
    return new SpringApplicationBuilder(OrchestratorApplication.class)
        .sources(beans.toArray(Class<?>[]::new))
        .run(Stream.concat(common, Stream.of(settings)).toArray(String[]::new));
  }

  private static void stopOld() {
    if (old != null) {
      old.close();
      old = null;
    }
  }

  private static void stopChanged() {
    if (changed != null) {
      changed.close();
      changed = null;
    }
  }

  private static ConfigurableApplicationContext any() {
    return changed == null ? old : changed;
  }

  private static UUID place(ConfigurableApplicationContext build) {
    OrderPlaced order = OrderFixture.order();
    receive(build, order);
    return order.orderId();
  }

  private void deliver(UUID order, ConfigurableApplicationContext build) {
    awaitStatus(order, "STORE_REQUESTED");
    receive(build, new StoreAccepted(order, "store-1", Instant.EPOCH));
    awaitStatus(order, "DELIVERY_STARTED");
    receive(build, new DeliveryPickedUp(order, Instant.EPOCH));
    receive(build, new DeliveryCompleted(order, Instant.EPOCH));
    awaitStatus(order, "DELIVERED");
  }

  private static void receive(ConfigurableApplicationContext build, DomainEvent event) {
    build.getBean(ReceiveEvent.class).all(OrderFixture.received(event));
  }

  private static DecideOnCancellation.Outcome cancelledByOperator(
      ConfigurableApplicationContext build, UUID order) {
    var cancelOrder = build.getBean(DecideOnCancellation.class);
    return build
        .getBean(RetriedTransaction.class)
        .call(() -> cancelOrder.onRequest(order, ReasonCode.OPERATOR_CANCELLED, null));
  }

  private static double unrunnable(ConfigurableApplicationContext build) {
    build.getBean(UnrunnableOrders.class).read();
    return build.getBean(MeterRegistry.class).get("baedal.orders.unrunnable").gauge().value();
  }

  private String tag(UUID order) {
    String version =
        Orders.process(order, any().getBean(RuntimeService.class)).getProcessDefinitionId();
    ProcessDefinition definition =
        any().getBean(RepositoryService.class).getProcessDefinition(version);
    return definition.getVersionTag();
  }

  private static BookedWorkers workers() {
    return any().getBean(BookedWorkers.class);
  }

  private void awaitStatus(UUID order, String status) {
    await().atMost(TIMEOUT).until(() -> status(order), status::equals);
  }

  private String status(UUID order) {
    return Orders.status(order, any().getBean(JdbcClient.class));
  }
}
