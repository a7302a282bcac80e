package io.baedal.orchestrator.saga.engine;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.jobexecutor.ProcessEventJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Passes a job that a process start or a message created to a thread of this instance as soon as it
 * is committed. The job is locked in the statement that inserts it, so that no other instance takes
 * it; the engine would search for it, lock it and commit once more. If this instance dies before
 * the job is run, another one takes it when the lock has expired, as with every job.
 *
 * <p>The job executor still searches for jobs beyond the number of {@link JobSlots}, jobs of
 * versions that are left to other builds, and first steps while those are held back.
 */
final class HandOver extends JobManager {

  private final JobSlots slots;
  private final DueJobs dueJobs;

  HandOver(JobSlots slots, DueJobs dueJobs) {
    this.slots = slots;
    this.dueJobs = dueJobs;
  }

  @Override
  public List<AcquirableJobEntity> findNextJobsToExecute(Page page) {
    return dueJobs.find(Context.getProcessEngineConfiguration(), getDbEntityManager(), page);
  }

  @Override
  protected void hintJobExecutor(JobEntity job) {
    ProcessEngineConfigurationImpl engine = Context.getProcessEngineConfiguration();
    JobExecutorContext running = Context.getJobExecutorContext();
    // the engine itself continues with the next step of the process whose job runs here
    if (running != null || !mayRunHere(job, engine) || !slots.take(isFirstStep(job))) {
      super.hintJobExecutor(job);
      return;
    }
    var executor = (SpringJobExecutor) engine.getJobExecutor();
    Instant until =
        ClockUtil.getCurrentTime().toInstant().plusMillis(executor.getLockTimeInMillis());
    job.setLockOwner(executor.getLockOwner());
    job.setLockExpirationTime(Date.from(until));
    var here = (ProcessEngineImpl) engine.getProcessEngine();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            if (status == STATUS_COMMITTED) {
              slots.run(job.getId(), executor, here);
            } else {
              slots.release();
            }
          }
        });
  }

  private boolean mayRunHere(JobEntity job, ProcessEngineConfigurationImpl engine) {
    Set<String> deployments = engine.getRegisteredDeployments();
    return engine.getJobExecutor() instanceof SpringJobExecutor executor
        && executor.isActive()
        && !job.isSuspended()
        && job.isExclusive()
        && isJobDue(job)
        && deployments.contains(job.getDeploymentId())
        && job.getPriority() >= engine.getJobExecutorPriorityRangeMin();
  }

  /**
   * After each message the engine queries for jobs that would deliver the same message. This
   * application has no such jobs.
   */
  @Override
  public List<JobEntity> findJobsByConfiguration(
      String jobHandlerType, String jobHandlerConfiguration, @Nullable String tenantId) {
    return jobHandlerType.equals(ProcessEventJobHandler.TYPE)
        ? List.of()
        : super.findJobsByConfiguration(jobHandlerType, jobHandlerConfiguration, tenantId);
  }

  private static boolean isFirstStep(JobEntity job) {
    return job.getPriority() < LateStepsFirst.SECOND_STEP;
  }
}
