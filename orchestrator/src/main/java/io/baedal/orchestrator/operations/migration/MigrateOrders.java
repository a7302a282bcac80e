package io.baedal.orchestrator.operations.migration;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.baedal.orchestrator.operations.acts.Instruction;
import io.baedal.orchestrator.operations.acts.OperatorActs;
import io.baedal.orchestrator.operations.migration.OrderProcesses.OrderProcess;
import io.baedal.orchestrator.saga.OrderProgress;
import io.baedal.orchestrator.saga.RetriedTransaction;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Migrates running orders to another version of the process, each in a separate transaction with
 * the order's row lock, so that an order that cannot be migrated does not affect the others.
 */
@Component
public class MigrateOrders {

  private static final Logger log = LoggerFactory.getLogger(MigrateOrders.class);

  private final EnginePlans plans;
  private final OrderProcesses processes;
  private final OrderProgress progress;
  private final OperatorActs acts;
  private final RetriedTransaction transaction;

  MigrateOrders(
      EnginePlans plans,
      OrderProcesses processes,
      OrderProgress progress,
      OperatorActs acts,
      RetriedTransaction transaction) {
    this.plans = plans;
    this.processes = processes;
    this.progress = progress;
    this.acts = acts;
    this.transaction = transaction;
  }

  /** Migrates up to {@code limit} orders, those with the lowest ids after {@code after}. */
  public Batch migrate(
      Migration migration, @Nullable UUID after, int limit, Instruction instruction) {
    return each(
        migration,
        after,
        limit,
        (process, plan) ->
            transaction.call(
                () -> {
                  Outcome outcome = migrateLocked(process, plan);
                  if (outcome == Outcome.MIGRATED) {
                    acts.migrated(process.orderId(), migration.name(), instruction);
                  }
                  return outcome;
                }));
  }

  /** Does the same as {@link #migrate}, but rolls each transaction back. */
  public Batch dryRun(Migration migration, @Nullable UUID after, int limit) {
    return each(
        migration,
        after,
        limit,
        (process, plan) -> transaction.callAndRollBack(() -> migrateLocked(process, plan)));
  }

  private Batch each(Migration migration, @Nullable UUID after, int limit, Attempt attempt) {
    Map<String, MigrationPlan> byVersion =
        plans.of(migration).stream()
            .collect(toMap(MigrationPlan::getSourceProcessDefinitionId, identity()));
    List<OrderProcess> found = processes.on(byVersion.keySet(), after, limit);
    List<Refused> refused = new ArrayList<>();
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    for (OrderProcess process : found) {
      MigrationPlan plan = requireNonNull(byVersion.get(process.definitionId()));
      Outcome outcome = tryToMigrate(attempt, process, plan, refused);
      counts.merge(outcome, 1, Integer::sum);
    }
    return new Batch(
        counts.getOrDefault(Outcome.MIGRATED, 0),
        counts.getOrDefault(Outcome.BUSY, 0),
        refused,
        found.size() < limit ? null : found.get(found.size() - 1).orderId());
  }

  private static Outcome tryToMigrate(
      Attempt attempt, OrderProcess process, MigrationPlan plan, List<Refused> refused) {
    UUID orderId = process.orderId();
    try {
      return attempt.on(process, plan);
    } catch (MigratingProcessInstanceValidationException invalid) {
      refused.add(new Refused(orderId, EngineReports.lines(invalid.getValidationReport())));
    } catch (OptimisticLockingException | ConcurrencyFailureException lost) {
      return Outcome.BUSY;
    } catch (ProcessEngineException failed) {
      log.warn("order {} cannot be migrated", orderId, failed);
      refused.add(new Refused(orderId, List.of(String.valueOf(failed.getMessage()))));
    }
    return Outcome.REFUSED;
  }

  private Outcome migrateLocked(OrderProcess process, MigrationPlan plan) {
    progress.lock(process.orderId());
    if (processes.hasRunningJob(process)) {
      return Outcome.BUSY;
    }
    if (!processes.exists(process)) {
      return Outcome.GONE;
    }
    processes.migrate(process, plan);
    return Outcome.MIGRATED;
  }

  private enum Outcome {
    MIGRATED,
    REFUSED,
    /** A thread holds a job of the order. */
    BUSY,
    /** It has ended, or another call has migrated it. */
    GONE
  }

  private interface Attempt {
    Outcome on(OrderProcess process, MigrationPlan plan);
  }

  /**
   * The result for a page of orders.
   *
   * @param busy orders with a running job, which can be retried later
   * @param refused orders that cannot be migrated from their place
   * @param last the last order of the page; null if no page follows
   */
  public record Batch(int migrated, int busy, List<Refused> refused, @Nullable UUID last) {}

  /** An order that cannot be migrated, and why: one line for each place. */
  public record Refused(UUID orderId, List<String> reasons) {}
}
