package io.baedal.orchestrator.saga.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.interceptor.ProcessDataContext;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a job and those that follow from it as the engine does, but does not make the job executor
 * search for jobs after each one, which would cost what {@link HandOver} saves.
 */
final class HandedOverJob extends ExecuteJobsRunnable {

  private static final Logger log = LoggerFactory.getLogger(HandedOverJob.class);

  private final ProcessEngineConfigurationImpl engine;
  private final CommandExecutor commands;

  HandedOverJob(String jobId, ProcessEngineImpl engine) {
    super(List.of(jobId), engine);
    this.engine = engine.getProcessEngineConfiguration();
    this.commands = this.engine.getCommandExecutorTxRequired();
  }

  @Override
  public void run() {
    var context = new JobExecutorContext();
    List<String> following = context.getCurrentProcessorJobQueue();
    following.addAll(jobIds);
    Context.setJobExecutorContext(context);
    try {
      while (!following.isEmpty()) {
        runOrUnlock(following.remove(0));
      }
    } finally {
      Context.removeJobExecutorContext();
    }
  }

  private void runOrUnlock(String jobId) {
    try {
      if (jobExecutor.isActive()) {
        executeJob(jobId, commands, new JobFailureCollector(jobId));
      } else {
        // this instance is stopping
        unlockJob(jobId, commands);
      }
    } catch (RuntimeException handled) {
      log.debug("job {} failed; FailedJobs handles the failure", jobId, handled);
      // its next try may be due soon
      jobExecutor.jobWasAdded();
    } finally {
      new ProcessDataContext(engine).clearMdc();
    }
  }
}
