package io.baedal.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and changes orders in the engine and in the database of a test. */
public final class Orders {

  /** The process of the order; null if it has not begun or has ended. */
  public static @Nullable ProcessInstance process(UUID orderId, RuntimeService runtime) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(orderId.toString())
        .singleResult();
  }

  public static void deleteProcesses(RuntimeService runtime) {
    runtime
        .createProcessInstanceQuery()
        .list()
        .forEach(left -> runtime.deleteProcessInstance(left.getId(), "by a test"));
  }

  /** The status of the order; "none" if it has not begun. */
  public static String status(UUID orderId, JdbcClient jdbc) {
    return jdbc.sql("SELECT status FROM order_progress WHERE order_id = ?")
        .param(orderId)
        .query(String.class)
        .optional()
        .orElse("none");
  }

  /**
   * Runs all due jobs and those that follow, but no timers.
   *
   * @param expected the causes with which a job may fail
   */
  public static void runJobs(ManagementService management, Class<?>... expected) {
    List<Job> due = management.createJobQuery().messages().executable().list();
    while (!due.isEmpty()) {
      due.forEach(job -> tryJob(job, management, expected));
      due = management.createJobQuery().messages().executable().list();
    }
  }

  /** Runs a job as the job executor does: a failure is stored with the job. */
  public static void tryJob(Job job, ManagementService management, Class<?>... expected) {
    try {
      management.executeJob(job.getId());
    } catch (RuntimeException failure) {
      assertThat(NestedExceptionUtils.getMostSpecificCause(failure)).isInstanceOfAny(expected);
    }
  }

  private Orders() {}
}
