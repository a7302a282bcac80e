package io.baedal.orchestrator.operations.migration;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.baedal.orchestrator.OrchestratorTest;
import io.baedal.orchestrator.operations.acts.Instruction;
import io.baedal.orchestrator.operations.migration.MigrateOrders.Refused;
import io.baedal.orchestrator.operations.migration.Walk.Way;
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
 * Takes an order to every place of a model on every path, migrates it there, and compares its end
 * with that of an order that stayed on its version. The order continues, fails first, is stuck
 * first, or is cancelled right after.
 */
@Tag("slow")
@OrchestratorTest
@Import({BookedWorkers.Beans.class, BookedWorkers.NewBeans.class, Walk.class})
class EveryPlaceMigratesTest {

  @TempDir static Path directory;

  @Autowired Walk walk;
  @Autowired BookedWorkers workers;
  @Autowired MigrateOrders migrateOrders;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired JdbcClient jdbc;

  private final Map<String, End> ends = new HashMap<>();
  private final Set<String> placesSeen = new HashSet<>();

  @DynamicPropertySource
  static void theBuildHasTheChangedModel(DynamicPropertyRegistry properties) {
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
  void anOrderEndsAsOneThatStayed(Migration migration) {
    String from = version(migration.from());
    version(migration.to());
    for (Way way : Way.values()) {
      for (int steps = 0; true; steps++) {
        UUID order = walk.begin(from, way);
        if (!walk.go(order, way, steps)) {
          break;
        }
        placesSeen.addAll(walk.places(order));
        migrate(migration, order);
        assertEndsAsOneThatStayed(order, way, false, end(from, way, steps, false));
        for (Trouble trouble : Trouble.values()) {
          migratedInTrouble(migration, from, way, steps, trouble);
        }
        migratedThenCancelled(migration, from, way, steps);
      }
    }
    assertThat(placesSeen).containsAll(placesToStandAt(from));
  }

  private void migratedInTrouble(
      Migration migration, String from, Way way, int steps, Trouble trouble) {
    UUID order = walk.begin(from, way);
    walk.go(order, way, steps);
    Job job = walk.job(order);
    if (job == null) {
      walk.toItsEnd(order, way);
      return;
    }
    if (trouble == Trouble.FAILED_ONCE && !failOnce(order, job)) {
      walk.toItsEnd(order, way);
      return;
    }
    if (trouble == Trouble.STUCK) {
      management.setJobRetries(job.getId(), 0);
    }
    JobState before = JobState.of(walk.job(order));
    migrate(migration, order);

    Job after = walk.job(order);
    assertThat(JobState.of(after)).isEqualTo(before);
    assertThat(runtime.createIncidentQuery().configuration(after.getId()).count())
        .isEqualTo(trouble == Trouble.STUCK ? 1 : 0);
    management.setJobRetries(after.getId(), 12);
    assertThat(runtime.createIncidentQuery().configuration(after.getId()).count()).isZero();
    assertEndsAsOneThatStayed(order, way, false, end(from, way, steps, false));
  }

  /** Whether the job failed: an undo of something that was not prepared makes no call. */
  private boolean failOnce(UUID order, Job job) {
    workers.fail(order, true);
    try {
      management.executeJob(job.getId());
      return false;
    } catch (RuntimeException played) {
      return true;
    } finally {
      workers.fail(order, false);
    }
  }

  private void migratedThenCancelled(Migration migration, String from, Way way, int steps) {
    UUID order = walk.begin(from, way);
    walk.go(order, way, steps);
    migrate(migration, order);
    assertEndsAsOneThatStayed(order, way, true, end(from, way, steps, true));
  }

  private void assertEndsAsOneThatStayed(UUID order, Way way, boolean cancel, End expected) {
    End end = endOf(order, way, cancel);
    assertThat(end).isEqualTo(expected);
    assertThat(end.effects())
        .isEqualTo(end.delivered() ? Set.of("PAID", "STORE_ASKED", "COURIER_SENT") : Set.of());
  }

  /** Rehearses the migration first and asserts that this changes nothing. */
  private void migrate(Migration migration, UUID order) {
    String versionBefore = walk.process(order).getProcessDefinitionId();
    Set<String> placesBefore = walk.places(order);
    if (placesBefore.stream().anyMatch(place -> hasNoPlaceFor(place, migration))) {
      MigrateOrders.Batch refused =
          migrateOrders.migrate(migration, null, 100, new Instruction("operator", "a test"));
      assertThat(refused.refused()).extracting(Refused::orderId).containsExactly(order);
      assertThat(walk.process(order).getProcessDefinitionId()).isEqualTo(versionBefore);
      return;
    }
    var deadline = walk.deadline(order);
    assertAllMigrated(migrateOrders.rehearse(migration, null, 100));
    assertThat(walk.process(order).getProcessDefinitionId()).isEqualTo(versionBefore);
    assertThat(walk.places(order)).isEqualTo(placesBefore);

    assertAllMigrated(
        migrateOrders.migrate(migration, null, 100, new Instruction("operator", "a test")));

    assertThat(walk.process(order).getProcessDefinitionId()).isEqualTo(version(migration.to()));
    assertThat(walk.places(order))
        .isEqualTo(
            placesBefore.stream()
                .map(place -> migration.mappings().getOrDefault(place, place))
                .collect(toSet()));
    if (deadline != null) {
      assertThat(walk.deadline(order).getId()).isEqualTo(deadline.getId());
      assertThat(walk.deadline(order).getDuedate()).isEqualTo(deadline.getDuedate());
    }
  }

  private static boolean hasNoPlaceFor(String place, Migration migration) {
    return migration.mappings().containsKey(place) && migration.mappings().get(place) == null;
  }

  private static void assertAllMigrated(MigrateOrders.Batch batch) {
    assertThat(batch).isEqualTo(new MigrateOrders.Batch(1, 0, List.of(), null));
  }

  /** The end of an order that is not migrated. */
  private End end(String definition, Way way, int steps, boolean cancel) {
    return ends.computeIfAbsent(
        definition + way + steps + cancel,
        any -> {
          UUID order = walk.begin(definition, way);
          walk.go(order, way, steps);
          return endOf(order, way, cancel);
        });
  }

  private End endOf(UUID order, Way way, boolean cancel) {
    if (cancel) {
      walk.cancel(order);
    }
    walk.toItsEnd(order, way);
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

  private Set<String> placesToStandAt(String definition) {
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

  private enum Trouble {
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
