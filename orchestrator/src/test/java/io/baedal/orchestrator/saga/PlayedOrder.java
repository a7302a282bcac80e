package io.baedal.orchestrator.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.messaging.event.DeliveryCompleted;
import io.baedal.messaging.event.DeliveryPickedUp;
import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.event.OrderCancellationRequested;
import io.baedal.messaging.event.ReasonCode;
import io.baedal.messaging.event.StoreAccepted;
import io.baedal.messaging.event.StoreRejected;
import io.baedal.messaging.inbox.ReceivedEvent;
import io.baedal.messaging.test.LockWaits;
import io.baedal.orchestrator.OrderFixture;
import io.baedal.orchestrator.saga.ScriptedWorkers.Call;
import io.baedal.orchestrator.saga.ScriptedWorkers.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One order on the real engine; the test decides what happens to it and when. */
final class PlayedOrder {

  /** Who can cancel. */
  enum By {
    CUSTOMER(ReasonCode.CUSTOMER_CANCELLED),
    OPERATOR(ReasonCode.OPERATOR_CANCELLED);

    private final ReasonCode reason;

    By(ReasonCode reason) {
      this.reason = reason;
    }

    ReasonCode reason() {
      return reason;
    }
  }

  @Autowired private ReceiveEvent receive;
  @Autowired private DecideOnCancellation cancelOrder;
  @Autowired private RetriedTransaction transaction;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private RuntimeService runtime;
  @Autowired private ManagementService management;
  @Autowired private ScriptedWorkers workers;
  @Autowired private JdbcClient jdbc;

  private final UUID id = UUID.randomUUID();
  private final List<DecideOnCancellation.Outcome> answersToOperator = new CopyOnWriteArrayList<>();

  UUID id() {
    return id;
  }

  /** The answers to cancels of operators; customers receive events. */
  List<DecideOnCancellation.Outcome> answersToOperator() {
    return answersToOperator;
  }

  // ---- the people

  void isPlaced() {
    receive(OrderFixture.order(id));
  }

  void isPlacedWithABadCard() {
    receive(OrderFixture.order(id, "declined"));
  }

  void storeAccepts() {
    receive(new StoreAccepted(id, "store-1", Instant.EPOCH));
  }

  void storeRejects() {
    receive(new StoreRejected(id, "store-1", "sold out", Instant.EPOCH));
  }

  /** The delivery worker records the pick-up; the process learns of it later. */
  void courierTakesIt() {
    assertThat(workers.book(id).pickUp()).isTrue();
  }

  void pickUpIsReported() {
    receive(new DeliveryPickedUp(id, Instant.EPOCH));
  }

  void completionIsReported() {
    receive(new DeliveryCompleted(id, Instant.EPOCH));
  }

  void cancel(By by) {
    if (by == By.CUSTOMER) {
      receive(new OrderCancellationRequested(id, "changed my mind", Instant.EPOCH));
    } else {
      answersToOperator.add(transaction.call(() -> cancelOrder.onRequest(id, by.reason(), null)));
    }
  }

  private void receive(DomainEvent event) {
    receive.all(List.of(new ReceivedEvent(UUID.randomUUID(), event)));
  }

  // ---- the engine

  /** Advances the order until the job of {@code step} is due. */
  void bringTo(Call step) {
    isPlaced();
    if (step == Call.APPROVE_PAYMENT) {
      return;
    }
    runJob();
    if (step == Call.REQUEST_STORE) {
      return;
    }
    runJob();
    storeAccepts();
  }

  void bringToWaitForStore() {
    bringTo(Call.REQUEST_STORE);
    runJob();
  }

  void bringToWaitForPickUp() {
    bringTo(Call.START_DELIVERY);
    runJob();
  }

  /** The job that is due or waits for its next try; apart from timers there is only one. */
  Job job() {
    return jobs().messages().singleResult();
  }

  void runJob() {
    run(job());
  }

  void runDeadline() {
    run(jobs().timers().singleResult());
  }

  /** Runs jobs until {@code call} is the next call. */
  void runJobsUpTo(Call call) {
    for (Job next = job(); !call.isMadeAt(step(next)); next = job()) {
      run(next);
    }
  }

  /** Runs all due jobs and those that follow, until no job is due. */
  void runJobs() {
    for (List<Job> due = due(); !due.isEmpty(); due = due()) {
      due.forEach(this::run);
    }
  }

  /** An operator retries the failed step. */
  void retry() {
    management.setJobRetries(job().getId(), 1);
    management.setJobDuedate(job().getId(), null);
  }

  void allTriesFail() {
    management.setJobRetries(job().getId(), 0);
    assertThat(runtime.createIncidentQuery().processInstanceId(process()).count()).isOne();
  }

  /** A job executor locks the job, in the transaction of the caller. */
  void jobIsTaken() {
    jdbc.sql(
            """
            UPDATE act_ru_job SET rev_ = rev_ + 1, lock_owner_ = 'another engine',
              lock_exp_time_ = now() + interval '30 seconds'
            WHERE id_ = ?
            """)
        .param(job().getId())
        .update();
  }

  /** As the job executor does: a failure is stored with the job if the job still exists. */
  private void run(Job job) {
    try {
      management.executeJob(job.getId());
    } catch (RuntimeException failure) {
      assertThat(NestedExceptionUtils.getMostSpecificCause(failure))
          .as("a worker's failure in the play, a race that is lost, or a process that has ended")
          .isInstanceOfAny(
              IllegalStateException.class,
              OptimisticLockingException.class,
              NullValueException.class);
    }
  }

  private List<Job> due() {
    return jobs().messages().executable().list();
  }

  private JobQuery jobs() {
    return management.createJobQuery().processInstanceId(process());
  }

  private String process() {
    var process =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(id.toString())
            .singleResult();
    return process == null ? "none" : process.getId();
  }

  private Step step(Job job) {
    return Step.of(
        management
            .createJobDefinitionQuery()
            .jobDefinitionId(job.getJobDefinitionId())
            .singleResult()
            .getActivityId());
  }

  // ---- the moments

  /** Holds the next such call at {@code point}. */
  Gate gateAt(Call call, Point point) {
    var gate = new Gate();
    workers.at(id, call, point, gate::pass);
    return gate;
  }

  /** Holds the transaction of the next such call after its writes and before its commit. */
  Gate gateBeforeCommitOf(Call call) {
    var gate = new Gate();
    var synchronization =
        new TransactionSynchronization() {
          @Override
          public void beforeCommit(boolean readOnly) {
            gate.pass();
          }
        };
    workers.at(
        id,
        call,
        Point.ANSWER,
        () -> TransactionSynchronizationManager.registerSynchronization(synchronization));
    return gate;
  }

  /** Makes the next such call fail after the worker has done its part. */
  void loseAnswerOf(Call call) {
    workers.at(
        id,
        call,
        Point.ANSWER,
        () -> {
          throw new IllegalStateException("the answer was lost");
        });
  }

  Uncommitted uncommitted(Runnable act) {
    return new Uncommitted(new TransactionTemplate(transactions), act);
  }

  /** Starts {@code act} on another thread and returns when it waits for a row lock. */
  CompletableFuture<Void> waiting(Runnable act) {
    assertThat(LockWaits.count(jdbc)).isZero();
    CompletableFuture<Void> waiter = OtherThread.run(act);
    await().atMost(Duration.ofMinutes(2)).until(() -> LockWaits.count(jdbc) == 1);
    return waiter;
  }
}
