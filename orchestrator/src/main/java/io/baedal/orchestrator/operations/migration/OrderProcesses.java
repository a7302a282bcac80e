package io.baedal.orchestrator.operations.migration;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds and migrates the processes of orders. */
@Repository
class OrderProcesses {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final ProcessEngineConfigurationImpl engine;

  OrderProcesses(
      JdbcClient jdbc,
      Clock clock,
      RuntimeService runtime,
      RepositoryService repository,
      ProcessEngineConfigurationImpl engine) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.runtime = runtime;
    this.repository = repository;
    this.engine = engine;
  }

  /**
   * The processes on one of the versions, by order id. The engine's own queries cannot start after
   * a given id.
   *
   * @param definitionIds the engine's ids of the versions
   * @param after the order id to start after; null for the first
   */
  List<OrderProcess> on(Collection<String> definitionIds, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            SELECT business_key_::uuid AS order_id, id_ AS instance_id, proc_def_id_ AS definition_id
            FROM act_ru_execution
            WHERE proc_def_id_ = ANY (:versions) AND parent_id_ IS NULL
              AND business_key_ ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
              AND (:after::text IS NULL OR business_key_ > :after::text)
            ORDER BY business_key_ LIMIT :limit
            """)
        .param("versions", definitionIds.toArray(String[]::new))
        .param("after", after == null ? null : after.toString())
        .param("limit", limit)
        .query(OrderProcess.class)
        .list();
  }

  /** Whether the process exists and still runs on the same version. */
  boolean exists(OrderProcess process) {
    return runtime
            .createProcessInstanceQuery()
            .processInstanceId(process.instanceId())
            .processDefinitionId(process.definitionId())
            .count()
        > 0;
  }

  /**
   * Whether a thread runs one of its jobs. Locks the jobs, so that no thread takes one before the
   * transaction ends.
   */
  boolean hasRunningJob(OrderProcess process) {
    Instant now = clock.instant();
    return jdbc
        .sql("SELECT lock_exp_time_ FROM act_ru_job WHERE process_instance_id_ = ? FOR UPDATE")
        .param(process.instanceId())
        .query((row, index) -> row.getTimestamp(1))
        .list()
        .stream()
        .anyMatch(lock -> lock != null && lock.toInstant().isAfter(now));
  }

  /**
   * Migrates the process.
   *
   * @throws org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException if the
   *     plan does not cover its place
   */
  void migrate(OrderProcess process, MigrationPlan plan) {
    String instanceId = process.instanceId();
    boolean interruptible =
        !startSubscriptions(instanceId, plan.getSourceProcessDefinitionId()).isEmpty();
    runtime.newMigration(plan).processInstanceIds(instanceId).execute();
    if (!interruptible) {
      startSubscriptions(instanceId, plan.getTargetProcessDefinitionId()).forEach(this::delete);
    }
  }

  private List<EventSubscription> startSubscriptions(String instanceId, String definitionId) {
    Set<String> starts =
        Places.startsOfEventSubprocesses(repository.getBpmnModelInstance(definitionId));
    return runtime.createEventSubscriptionQuery().processInstanceId(instanceId).list().stream()
        .filter(waiting -> starts.contains(waiting.getActivityId()))
        .toList();
  }

  /**
   * While an interrupting event subprocess runs, an order has no subscriptions to the start events
   * of the others. Camunda 7.24 ignores this in a migration and creates them all, so that an order
   * that is being rejected could be cancelled.
   */
  private void delete(EventSubscription waiting) {
    engine
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              context
                  .getEventSubscriptionManager()
                  .findEventSubscriptionById(waiting.getId())
                  .delete();
              return Map.of();
            });
  }

  /**
   * The process of an order.
   *
   * @param definitionId the engine's id of the version
   */
  record OrderProcess(UUID orderId, String instanceId, String definitionId) {}
}
