package io.baedal.orchestrator.saga.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/**
 * Finds the jobs that are due, with the engine's own query: steps each time, deadlines once a
 * second. Each order that waits for its store has a deadline, which is rarely due; reading all of
 * them for each step would cost more than the step.
 */
final class DueJobs {

  /** How late a deadline may fire. */
  private static final Duration DEADLINES_EVERY = Duration.ofSeconds(1);

  /** The pause between searches while many deadlines are due, in which steps are searched for. */
  private static final Duration DEADLINES_AGAIN = Duration.ofMillis(50);

  private final AtomicLong nextDeadlines = new AtomicLong(System.nanoTime());

  List<AcquirableJobEntity> find(
      ProcessEngineConfigurationImpl engine, DbEntityManager database, Page page) {
    long now = System.nanoTime();
    long next = nextDeadlines.get();
    if (now - next >= 0 && nextDeadlines.compareAndSet(next, now + DEADLINES_EVERY.toNanos())) {
      List<AcquirableJobEntity> deadlines =
          find(engine, database, page, null, LateStepsFirst.LOWEST_OF_STEPS - 1);
      if (deadlines.size() == page.getMaxResults()) {
        nextDeadlines.set(now + DEADLINES_AGAIN.toNanos());
      }
      if (!deadlines.isEmpty()) {
        return deadlines;
      }
    }
    long lowest = Math.max(LateStepsFirst.LOWEST_OF_STEPS, engine.getJobExecutorPriorityRangeMin());
    return find(engine, database, page, lowest, null);
  }

  @SuppressWarnings("unchecked")
  private static List<AcquirableJobEntity> find(
      ProcessEngineConfigurationImpl engine,
      DbEntityManager database,
      Page page,
      @Nullable Long lowest,
      @Nullable Long highest) {
    Set<String> deployments = engine.getRegisteredDeployments();
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("now", ClockUtil.getCurrentTime());
    parameters.put("alwaysSetDueDate", engine.isEnsureJobDueDateNotNull());
    parameters.put("deploymentAware", engine.isJobExecutorDeploymentAware());
    parameters.put("deploymentIds", deployments.isEmpty() ? null : deployments);
    parameters.put("jobPriorityMin", lowest);
    parameters.put("jobPriorityMax", highest);
    parameters.put("historyCleanupEnabled", engine.isHistoryCleanupEnabled());
    parameters.put("applyExclusiveOverProcessHierarchies", false);
    parameters.put("orderingProperties", List.of(JobManager.JOB_PRIORITY_ORDERING_PROPERTY));
    parameters.put("applyOrdering", true);
    return database.selectList("selectNextJobsToExecute", parameters, page);
  }
}
