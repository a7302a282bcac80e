package io.baedal.orchestrator.operations.migration;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.baedal.orchestrator.OrchestratorTest;
import io.baedal.orchestrator.operations.acts.Instruction;
import io.baedal.orchestrator.operations.migration.MigrateOrders.Refused;
import io.baedal.orchestrator.operations.migration.ProcessDriver.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Advances an order to every place of a model in every scenario, migrates it there, and compares
 * its end with that of an order that is not migrated. Variants: the order continues, its job has
 * failed or is stuck, or it is cancelled after the migration.
 */
@Tag("slow")
@OrchestratorTest
@Import({BookedWorkers.Beans.class, BookedWorkers.NewBeans.class, ProcessDriver.class})
class EveryPlaceMigratesTest {

  @TempDir static Path directory;

  @Autowired ProcessDriver driver;
  @Autowired BookedWorkers workers;
  @Autowired MigrateOrders migrateOrders;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired JdbcClient jdbc;

  private final Map<String, End> ends = new HashMap<>();
  private final Set<String> placesSeen = new HashSet<>();

  @DynamicPropertySource
  static void useChangedModel(DynamicPropertyRegistry properties) {
    properties.add("orchestrator.model", () -> ChangedModel.in(directory).toUri().toString());
  }

  /** The migration of this test and all migrations of the bpmn module. */
  static Stream<Migration> migrations() throws IOException {
    Resource[] real =
        new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/migrations/*.json");
    return Stream.concat(
        Stream.of(ChangedModel.migration()), Stream.of(real).map(EveryPlaceMigratesTest::read));
  }

  private static Migration read(Resource file) {
    try {
      return new ObjectMapper().readValue(file.getInputStream(), Migration.class);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("migrations")
  void aMigratedOrderEndsAsOneThatIsNotMigrated(Migration migration) {
    String from = version(migration.from());
    version(migration.to());
    for (Scenario scenario : Scenario.values()) {
      for (int steps = 0; true; steps++) {
        UUID order = driver.begin(from, scenario);
        if (!driver.advance(order, scenario, steps)) {
          break;
        }
        placesSeen.addAll(driver.places(order));
        migrate(migration, order);
        assertEndsAsIfNotMigrated(order, scenario, false, end(from, scenario, steps, false));
        for (JobProblem problem : JobProblem.values()) {
          migrateWithJobProblem(migration, from, scenario, steps, problem);
        }
        migrateAndCancel(migration, from, scenario, steps);
      }
    }
    assertThat(placesSeen).containsAll(waitStates(from));
  }

  private void migrateWithJobProblem(
      Migration migration, String from, Scenario scenario, int steps, JobProblem problem) {
    UUID order = driver.begin(from, scenario);
    driver.advance(order, scenario, steps);
    Job job = driver.job(order);
    if (job == null) {
      driver.runToEnd(order, scenario);
      return;
    }
    if (problem == JobProblem.FAILED_ONCE && !failOnce(order, job)) {
      driver.runToEnd(order, scenario);
      return;
    }
    if (problem == JobProblem.STUCK) {
      management.setJobRetries(job.getId(), 0);
    }
    JobState before = JobState.of(driver.job(order));
    migrate(migration, order);

    Job after = driver.job(order);
    assertThat(JobState.of(after)).isEqualTo(before);
    assertThat(runtime.createIncidentQuery().configuration(after.getId()).count())
        .isEqualTo(problem == JobProblem.STUCK ? 1 : 0);
    management.setJobRetries(after.getId(), 12);
    assertThat(runtime.createIncidentQuery().configuration(after.getId()).count()).isZero();
    assertEndsAsIfNotMigrated(order, scenario, false, end(from, scenario, steps, false));
  }

  /** Whether the job failed: an undo of something that was not prepared makes no call. */
  private boolean failOnce(UUID order, Job job) {
    workers.fail(order, true);
    try {
      management.executeJob(job.getId());
      return false;
    } catch (RuntimeException expected) {
      return true;
    } finally {
      workers.fail(order, false);
    }
  }

  private void migrateAndCancel(Migration migration, String from, Scenario scenario, int steps) {
    UUID order = driver.begin(from, scenario);
    driver.advance(order, scenario, steps);
    migrate(migration, order);
    assertEndsAsIfNotMigrated(order, scenario, true, end(from, scenario, steps, true));
  }

  private void assertEndsAsIfNotMigrated(
      UUID order, Scenario scenario, boolean cancel, End expected) {
    End end = endOf(order, scenario, cancel);
    assertThat(end).isEqualTo(expected);
    assertThat(end.effects())
        .isEqualTo(end.delivered() ? Set.of("PAID", "STORE_ASKED", "COURIER_SENT") : Set.of());
  }

  /** Migrates the order, after a dry run that must not change anything. */
  private void migrate(Migration migration, UUID order) {
    String versionBefore = driver.process(order).getProcessDefinitionId();
    Set<String> placesBefore = driver.places(order);
    if (placesBefore.stream().anyMatch(place -> hasNoTarget(place, migration))) {
      MigrateOrders.Batch refused =
          migrateOrders.migrate(migration, null, 100, new Instruction("operator", "a test"));
      assertThat(refused.refused()).extracting(Refused::orderId).containsExactly(order);
      assertThat(driver.process(order).getProcessDefinitionId()).isEqualTo(versionBefore);
      return;
    }
    var deadline = driver.deadline(order);
    assertAllMigrated(migrateOrders.dryRun(migration, null, 100));
    assertThat(driver.process(order).getProcessDefinitionId()).isEqualTo(versionBefore);
    assertThat(driver.places(order)).isEqualTo(placesBefore);

    assertAllMigrated(
        migrateOrders.migrate(migration, null, 100, new Instruction("operator", "a test")));

    assertThat(driver.process(order).getProcessDefinitionId()).isEqualTo(version(migration.to()));
    assertThat(driver.places(order))
        .isEqualTo(
            placesBefore.stream()
                .map(place -> migration.mappings().getOrDefault(place, place))
                .collect(toSet()));
    if (deadline != null) {
      assertThat(driver.deadline(order).getId()).isEqualTo(deadline.getId());
      assertThat(driver.deadline(order).getDuedate()).isEqualTo(deadline.getDuedate());
    }
  }

  private static boolean hasNoTarget(String place, Migration migration) {
    return migration.mappings().containsKey(place) && migration.mappings().get(place) == null;
  }

  private static void assertAllMigrated(MigrateOrders.Batch batch) {
    assertThat(batch).isEqualTo(new MigrateOrders.Batch(1, 0, List.of(), null));
  }

  /** The end of an order that is not migrated. */
  private End end(String definition, Scenario scenario, int steps, boolean cancel) {
    return ends.computeIfAbsent(
        definition + scenario + steps + cancel,
        any -> {
          UUID order = driver.begin(definition, scenario);
          driver.advance(order, scenario, steps);
          return endOf(order, scenario, cancel);
        });
  }

  private End endOf(UUID order, Scenario scenario, boolean cancel) {
    if (cancel) {
      driver.cancel(order);
    }
    driver.runToEnd(order, scenario);
    List<String> published =
        jdbc.sql(
                """
                SELECT concat_ws(' ', type, payload::jsonb ->> 'sequence',
                  payload::jsonb ->> 'status', payload::jsonb ->> 'reason')
                FROM outbox WHERE order_id = ? ORDER BY id
                """)
            .param(order)
            .query(String.class)
            .list();
    var end = new End(new HashSet<>(workers.effectsOf(order)), published);
    if (end.delivered()) {
      end.effects().remove("PACKED");
    }
    return end;
  }

  /** The engine's id of the version with {@code tag}, which is deployed if necessary. */
  private String version(String tag) {
    var versions =
        repository.createProcessDefinitionQuery().versionTag(tag).orderByProcessDefinitionVersion();
    if (versions.desc().list().isEmpty()) {
      repository.createDeployment().addClasspathResource("bpmn/landed/" + tag + ".bpmn").deploy();
    }
    return versions.list().get(0).getId();
  }

  private Set<String> waitStates(String definition) {
    return repository
        .getBpmnModelInstance(definition)
        .getModelElementsByType(FlowNode.class)
        .stream()
        .filter(
            node ->
                node.isCamundaAsyncBefore()
                    || node instanceof ReceiveTask
                    || node instanceof IntermediateCatchEvent)
        .map(FlowNode::getId)
        .collect(toSet());
  }

  private enum JobProblem {
    FAILED_ONCE,
    STUCK
  }

  private record End(Set<String> effects, List<String> published) {
    boolean delivered() {
      return published.get(published.size() - 1).endsWith(" DELIVERED");
    }
  }

  private record JobState(String id, int retries, Object due, String error) {
    static JobState of(Job job) {
      return new JobState(
          job.getId(),
          job.getRetries(),
          job.getDuedate(),
          Objects.toString(job.getExceptionMessage(), null));
    }
  }
}
