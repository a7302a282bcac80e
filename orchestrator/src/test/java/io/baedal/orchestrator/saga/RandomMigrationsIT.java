package io.baedal.orchestrator.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.orchestrator.operations.acts.Instruction;
import io.baedal.orchestrator.operations.migration.ChangedModel;
import io.baedal.orchestrator.operations.migration.MigrateOrders;
import io.baedal.orchestrator.operations.migration.MigrateOrders.Batch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Repeats the test while the orders are migrated continually. */
@Tag("slow")
@Import(RandomCancelsIT.Workers.class)
class RandomMigrationsIT extends RandomCancelsIT {

  @TempDir private static Path directory;

  @Autowired MigrateOrders migrateOrders;
  @Autowired RepositoryService repository;

  @DynamicPropertySource
  static void useModelWithOtherIds(DynamicPropertyRegistry properties) {
    properties.add(
        "orchestrator.model", () -> ChangedModel.renamedIn(directory).toUri().toString());
  }

  @Override
  void whileOrdersRun(List<UUID> ids) {
    repository
        .createDeployment()
        .addClasspathResource("bpmn/landed/" + ChangedModel.tagBefore() + ".bpmn")
        .deploy();
    var why = new Instruction("operator", "a test");
    var migrated = new AtomicInteger();
    var busy = new AtomicInteger();
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              Batch batch = migrateOrders.migrate(ChangedModel.back(), null, 100, why);
              assertThat(batch.refused()).isEmpty();
              migrated.addAndGet(batch.migrated());
              busy.addAndGet(batch.busy());
              return ids.stream().allMatch(this::ended);
            });
    System.out.printf("%d migrated, %d times busy%n", migrated.get(), busy.get());
    // otherwise the run did not cover migrations
    assertThat(migrated.get()).isPositive();
  }
}
