package io.baedal.orchestrator.operations.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.baedal.orchestrator.OrchestratorTest;
import io.baedal.orchestrator.Orders;
import io.baedal.orchestrator.operations.OperatorClient;
import io.baedal.orchestrator.operations.acts.Instruction;
import io.baedal.orchestrator.operations.migration.ProcessDriver.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Operators list versions and migrate orders over HTTP. */
@OrchestratorTest
@Import({BookedWorkers.Beans.class, BookedWorkers.NewBeans.class, ProcessDriver.class})
class MigrateOrdersTest {

  private static final String FROM = ChangedModel.tagBefore();
  private static final String PLAN = ChangedModel.migration().name();
  private static final Instruction WHY = new Instruction("operator", "a test");

  /** The number of steps after which an order waits for its store. */
  private static final int STORE_ASKED = 2;

  /** The number of steps after which an order waits for its courier. */
  private static final int DELIVERY_STARTED = 4;

  @TempDir static Path directory;

  @Autowired OperatorClient operator;
  @Autowired ProcessDriver driver;
  @Autowired BookedWorkers workers;
  @Autowired MigrateOrders migrateOrders;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired JdbcClient jdbc;

  private String oldVersion;

  @DynamicPropertySource
  static void useChangedModel(DynamicPropertyRegistry properties) {
    properties.add("orchestrator.model", () -> ChangedModel.in(directory).toUri().toString());
    properties.add(
        "orchestrator.migrations",
        () -> {
          ChangedModel.write(ChangedModel.migration(), directory);
          ChangedModel.write(
              new Migration(ChangedModel.TAG, "nowhere", Map.of(), Set.of()), directory);
          return directory.toUri() + "*.json";
        });
  }

  @BeforeEach
  void deployOldModel() {
    var versions = repository.createProcessDefinitionQuery().versionTag(FROM);
    if (versions.count() == 0) {
      repository.createDeployment().addClasspathResource("bpmn/landed/" + FROM + ".bpmn").deploy();
    }
    oldVersion = versions.singleResult().getId();
  }

  @AfterEach
  void deleteProcesses() {
    Orders.deleteProcesses(runtime);
  }

  @Test
  void versionsAreListedWithThePlacesOfTheirOrders() {
    orderAt(STORE_ASKED);
    orderAt(STORE_ASKED);
    orderAt(0);
    UUID cancelled = orderAt(STORE_ASKED);
    driver.cancel(cancelled);

    JsonNode listed = operator.get("/process-versions");

    assertThat(listed.at("/items")).hasSize(2);
    JsonNode old = versionTagged(listed, FROM);
    assertThat(old.at("/orders").asInt()).isEqualTo(4);
    assertThat(old.at("/startsHere").asBoolean()).isFalse();
    assertThat(old.at("/runsHere").asBoolean()).isTrue();
    assertThat(old.at("/migrations").get(0).asText()).isEqualTo(PLAN);
    assertThat(old.at("/places"))
        .hasSize(3)
        .anySatisfy(
            place -> {
              assertThat(place.at("/activityId").asText()).isEqualTo("Task_AwaitStoreAnswer");
              assertThat(place.at("/label").asText()).isEqualTo("Await store's answer");
              assertThat(place.at("/orders").asInt()).isEqualTo(2);
            });
    JsonNode changed = versionTagged(listed, ChangedModel.TAG);
    assertThat(changed.at("/startsHere").asBoolean()).isTrue();
    assertThat(changed.at("/orders").asInt()).isZero();
    JsonNode newest = operator.get("/process-versions?size=1");
    JsonNode oldest = operator.get("/process-versions?size=1&after=" + newest.at("/next").asText());
    assertThat(newest.at("/items")).containsExactly(listed.at("/items/0"));
    assertThat(oldest.at("/items")).containsExactly(listed.at("/items/1"));
    assertThat(oldest.at("/next").isNull()).isTrue();
  }

  @Test
  void aDryRunChangesNothingAndReportsWhatTheMigrationDoes() {
    UUID order = orderAt(STORE_ASKED);

    JsonNode dry = migrate(true, null, 50);
    assertThat(dry.at("/migrated").asInt()).isOne();
    assertThat(dry.at("/refused")).isEmpty();
    assertThat(isOnOldVersion(order)).isTrue();
    assertThat(operator.get("/operator-acts?orderId=" + order).at("/items")).isEmpty();

    JsonNode done = migrate(false, null, 50);
    assertThat(done.at("/migrated").asInt()).isOne();
    assertThat(done.at("/next").isNull()).isTrue();
    assertThat(isOnOldVersion(order)).isFalse();
    JsonNode act = operator.get("/operator-acts?orderId=" + order).at("/items/0");
    assertThat(act.at("/act").asText()).isEqualTo("MIGRATE");
    assertThat(act.at("/migration").asText()).isEqualTo(PLAN);
    assertThat(act.at("/operator").asText()).isEqualTo("operator");
    assertThat(act.at("/reason").asText()).isEqualTo("the new step is needed");
    assertThat(migrate(false, null, 50).at("/migrated").asInt()).isZero();
  }

  @Test
  void aMigratedOrderTakesTheNewStepAndUndoesIt() {
    UUID order = orderAt(STORE_ASKED);
    migrate(false, null, 50);

    driver.advance(order, Scenario.CANCELLED, 2);
    assertThat(workers.effectsOf(order)).contains("PACKED");
    driver.runToEnd(order, Scenario.CANCELLED);

    assertThat(workers.effectsOf(order)).isEmpty();
  }

  @Test
  void aNewTimerStartsWithTheMigrationAndTheOldOneKeepsItsTime() {
    UUID order = orderAt(STORE_ASKED);
    Job before = driver.deadline(order);
    migrate(false, null, 50);

    assertThat(driver.deadline(order).getDuedate()).isEqualTo(before.getDuedate());
    Job reminder = management.createJobQuery().activityId("Boundary_StoreReminder").singleResult();
    assertThat(Duration.between(Instant.now(), reminder.getDuedate().toInstant()))
        .isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
  }

  @Test
  void aTimerRestartsIfThePlanRequiresIt() {
    UUID order = orderAt(STORE_ASKED);
    Job before = driver.deadline(order);
    management.setJobDuedate(before.getId(), Date.from(Instant.now().plus(Duration.ofDays(1))));

    migrateOrders.migrate(
        new Migration(
            FROM, ChangedModel.TAG, ChangedModel.MAPPINGS, Set.of("Boundary_AcceptanceDeadline")),
        null,
        50,
        WHY);

    assertThat(driver.deadline(order).getDuedate())
        .isBefore(Instant.now().plus(Duration.ofMinutes(11)));
  }

  @Test
  void migratesPageByPage() {
    Set<UUID> orders = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      orders.add(orderAt(STORE_ASKED));
    }

    JsonNode first = migrate(true, null, 2);
    JsonNode second = migrate(true, first.at("/next").asText(), 2);
    JsonNode last = migrate(true, second.at("/next").asText(), 2);

    assertThat(List.of(first, second)).allMatch(page -> page.at("/migrated").asInt() == 2);
    assertThat(last.at("/migrated").asInt()).isOne();
    assertThat(last.at("/next").isNull()).isTrue();
    assertThat(orders).allMatch(this::isOnOldVersion);
  }

  @Test
  void anOrderWhoseJobIsLockedIsLeftForLater() {
    UUID order = orderAt(1);
    String job = driver.job(order).getId();
    lock(job, "now() + interval '1 minute'");

    JsonNode busy = migrate(false, null, 50);
    assertThat(busy.at("/busy").asInt()).isOne();
    assertThat(busy.at("/migrated").asInt()).isZero();
    assertThat(isOnOldVersion(order)).isTrue();

    lock(job, "now() - interval '1 second'");
    assertThat(migrate(false, null, 50).at("/migrated").asInt()).isOne();
  }

  @Test
  void ordersThatHaveNoPlaceInTheNewVersionAreRefusedAndTheOthersMigrate() {
    UUID waiting = orderAt(STORE_ASKED);
    UUID inDelivery = orderAt(DELIVERY_STARTED);
    Migration migration = ChangedModel.withoutTheWait();

    MigrateOrders.Batch dry = migrateOrders.dryRun(migration, null, 50);
    assertThat(dry.migrated()).isOne();
    assertThat(dry.refused())
        .containsExactly(
            new MigrateOrders.Refused(
                waiting,
                List.of(
                    "Task_AwaitStoreAnswer: There is no migration instruction for this instance's"
                        + " activity")));
    assertThat(List.of(waiting, inDelivery)).allMatch(this::isOnOldVersion);

    assertThat(migrateOrders.migrate(migration, null, 50, WHY)).isEqualTo(dry);
    assertThat(isOnOldVersion(waiting)).isTrue();
    assertThat(isOnOldVersion(inDelivery)).isFalse();
    driver.runToEnd(waiting, Scenario.DELIVERED);
    driver.runToEnd(inDelivery, Scenario.DELIVERED);
  }

  @Test
  void aPlanWithoutACompensationIsRefusedCompletely() {
    orderAt(STORE_ASKED);

    assertThatThrownBy(() -> migrateOrders.dryRun(ChangedModel.withoutACompensation(), null, 50))
        .isInstanceOfSatisfying(
            MigrationRefused.class,
            refused ->
                assertThat(refused.reasons())
                    .containsExactly(
                        "Boundary_UndoStoreRequest: neither in version changed nor in the"
                            + " mappings"));
  }

  @Test
  void aPlanBetweenPlacesOfDifferentKindsIsRefusedCompletely() {
    Migration wrong =
        new Migration(
            FROM,
            ChangedModel.TAG,
            with("Task_AwaitStoreAnswer", "Catch_DeliveryPickedUp"),
            Set.of());

    assertThatThrownBy(() -> migrateOrders.dryRun(wrong, null, 50))
        .isInstanceOfSatisfying(
            MigrationRefused.class,
            refused ->
                assertThat(refused.reasons())
                    .anyMatch(
                        line -> line.startsWith("Task_AwaitStoreAnswer: Activities have incompat"))
                    .anyMatch(
                        line ->
                            line.startsWith("Boundary_AcceptanceDeadline: The source activity'")));
  }

  private static Map<String, String> with(String place, String target) {
    Map<String, String> mappings = new LinkedHashMap<>(ChangedModel.MAPPINGS);
    mappings.put(place, target);
    return mappings;
  }

  @Test
  void aPlanToAMissingVersionIsAProblem() {
    var answer = operator.post("/migrations", body("changed-to-nowhere", true, null, 50));

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    assertThat(answer.getBody().at("/type").asText())
        .isEqualTo("urn:baedal:problem:migration-refused");
    assertThat(answer.getBody().at("/reasons/0").asText())
        .isEqualTo("version nowhere is not deployed");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"plan\": \"unknown\", \"dryRun\": true, \"reason\": \"why\"}', 404, not-found",
    "'{\"plan\": \"1-to-2\", \"dryRun\": true}', 400, invalid-request",
    "'{\"plan\": \"1-to-2\", \"reason\": \"why\"}', 400, invalid-request",
    "'{\"dryRun\": false, \"reason\": \"why\"}', 400, invalid-request",
    "'{\"plan\": \"x\", \"dryRun\": true, \"reason\": \"y\", \"limit\": 101}', 400,"
        + " invalid-request",
    "'{\"plan\": \"x\", \"dryRun\": true, \"reason\": \"y\", \"after\": \"z\"}', 400,"
        + " invalid-request"
  })
  void refusesInvalidRequests(String body, int status, String type) {
    var answer = operator.post("/migrations", body);

    assertThat(answer.getStatusCode().value()).as(String.valueOf(answer)).isEqualTo(status);
    assertThat(answer.getBody().at("/type").asText()).isEqualTo("urn:baedal:problem:" + type);
  }

  // ---- helpers

  private UUID orderAt(int steps) {
    UUID order = driver.begin(oldVersion, Scenario.DELIVERED);
    driver.advance(order, Scenario.DELIVERED, steps);
    return order;
  }

  private boolean isOnOldVersion(UUID order) {
    return driver.process(order).getProcessDefinitionId().equals(oldVersion);
  }

  private void lock(String job, String until) {
    jdbc.sql(
            "UPDATE act_ru_job SET lock_owner_ = 'a test', lock_exp_time_ = %s WHERE id_ = ?"
                .formatted(until))
        .param(job)
        .update();
  }

  private JsonNode migrate(boolean dryRun, String after, int limit) {
    var answer = operator.post("/migrations", body(PLAN, dryRun, after, limit));
    assertThat(answer.getStatusCode()).as(String.valueOf(answer)).isEqualTo(HttpStatus.OK);
    return answer.getBody();
  }

  private static String body(String plan, boolean dryRun, String after, int limit) {
    return """
    {"plan": "%s", "dryRun": %s, "reason": "the new step is needed", "after": %s, "limit": %d}
    """
        .formatted(plan, dryRun, after == null ? "null" : '"' + after + '"', limit);
  }

  private static JsonNode versionTagged(JsonNode listed, String tag) {
    return StreamSupport.stream(listed.at("/items").spliterator(), false)
        .filter(version -> version.at("/tag").asText().equals(tag))
        .findFirst()
        .orElseThrow();
  }
}
