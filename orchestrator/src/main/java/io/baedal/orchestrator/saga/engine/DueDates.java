package io.baedal.orchestrator.saga.engine;

import io.baedal.messaging.clock.ClockSetBack;
import io.baedal.orchestrator.OrchestratorProperties;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Moves due dates earlier after the clock was set back. Otherwise the pauses between tries and the
 * deadlines of stores would be longer by the difference.
 */
@Component
class DueDates {

  /** The longest of the pauses in {@code failed-job-retry-time-cycle}. */
  static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

  private static final Logger log = LoggerFactory.getLogger(DueDates.class);
  private static final int AT_A_TIME = 200;

  private final ManagementService management;
  private final Duration storeAnswer;

  DueDates(ManagementService management, OrchestratorProperties properties) {
    this.management = management;
    this.storeAnswer = properties.storeAnswerDeadline();
  }

  @EventListener
  void on(ClockSetBack event) {
    int steps = reschedule(management.createJobQuery().messages(), LONGEST_PAUSE);
    int timers = reschedule(management.createJobQuery().timers(), storeAnswer);
    log.warn("{} steps and {} deadlines were rescheduled", steps, timers);
  }

  /** Limits the wait of the jobs to {@code longest} from now. */
  private int reschedule(JobQuery jobs, Duration longest) {
    Date latest = Date.from(ClockUtil.getCurrentTime().toInstant().plus(longest));
    JobQuery late = jobs.duedateHigherThan(latest);
    int all = 0;
    int some;
    do {
      some = (int) late.listPage(0, AT_A_TIME).stream().filter(job -> setDue(job, latest)).count();
      all += some;
    } while (some > 0);
    return all;
  }

  private boolean setDue(Job job, Date date) {
    try {
      management.setJobDuedate(job.getId(), date);
      return true;
    } catch (ProcessEngineException e) {
      log.debug("job {} has ended or changed", job.getId());
      return false;
    }
  }
}
