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
import io.baedal.messaging.test.LockWaits;
import io.baedal.orchestrator.OrderFixture;
import io.baedal.orchestrator.Orders;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Drives one order on the real engine: the test sends its events, runs its jobs and delays its
 * calls.
 */
final class OrderDriver {

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
  private final List<DecideOnCancellation.Outcome> operatorOutcomes = new CopyOnWriteArrayList<>();

  UUID id() {
    return id;
  }

  /** The outcomes of cancels by operators; customers receive events. */
  List<DecideOnCancellation.Outcome> operatorOutcomes() {
    return operatorOutcomes;
  }

  // ---- events

  void place() {
    receive(OrderFixture.order(id));
  }

  void placeWithDeclinedPayment() {
    receive(OrderFixture.order(id, "declined"));
  }

  void storeAccepts() {
    receive(new StoreAccepted(id, "store-1", Instant.EPOCH));
  }

  void storeRejects() {
    receive(new StoreRejected(id, "store-1", "sold out", Instant.EPOCH));
  }

  /** The courier picks up the order; {@link #receivePickUp} sends the event. */
  void courierPicksUp() {
    assertThat(workers.effects(id).pickUp()).isTrue();
  }

  void receivePickUp() {
    receive(new DeliveryPickedUp(id, Instant.EPOCH));
  }

  void receiveCompletion() {
    receive(new DeliveryCompleted(id, Instant.EPOCH));
  }

  void cancel(By by) {
    if (by == By.CUSTOMER) {
      receive(new OrderCancellationRequested(id, "changed my mind", Instant.EPOCH));
    } else {
      operatorOutcomes.add(transaction.call(() -> cancelOrder.onRequest(id, by.reason(), null)));
    }
  }

  private void receive(DomainEvent event) {
    receive.all(OrderFixture.received(event));
  }

  // ---- jobs

  /** Advances the order until the job of {@code step} is due. */
  void advanceTo(Call step) {
    place();
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

  void advanceToStoreRequested() {
    advanceTo(Call.REQUEST_STORE);
    runJob();
  }

  void advanceToDeliveryStarted() {
    advanceTo(Call.START_DELIVERY);
    runJob();
  }

  /** The job that is due or waits for its next try; an order has only one besides timers. */
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

  void useUpTries() {
    management.setJobRetries(job().getId(), 0);
    assertThat(runtime.createIncidentQuery().processInstanceId(process()).count()).isOne();
  }

  /** Locks the job as a job executor does, in the transaction of the caller. */
  void lockJob() {
    jdbc.sql(
            """
            UPDATE act_ru_job SET rev_ = rev_ + 1, lock_owner_ = 'another engine',
              lock_exp_time_ = now() + interval '30 seconds'
            WHERE id_ = ?
            """)
        .param(job().getId())
        .update();
  }

  /**
   * Runs a job as the job executor does: a failure is stored with the job, if that still exists.
   */
  private void run(Job job) {
    // a failure of a worker, a lost race, or a process that has ended
    Orders.tryJob(
        job,
        management,
        IllegalStateException.class,
        OptimisticLockingException.class,
        NullValueException.class);
  }

  private List<Job> due() {
    return jobs().messages().executable().list();
  }

  private JobQuery jobs() {
    return management.createJobQuery().processInstanceId(process());
  }

  private String process() {
    var process = Orders.process(id, runtime);
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

  // ---- concurrency

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

  Uncommitted uncommitted(Runnable action) {
    return new Uncommitted(new TransactionTemplate(transactions), action);
  }

  /** Starts {@code action} on another thread and returns when it waits for a row lock. */
  CompletableFuture<Void> waiting(Runnable action) {
    assertThat(LockWaits.count(jdbc)).isZero();
    CompletableFuture<Void> waiter = OtherThread.run(action);
    await().atMost(Duration.ofMinutes(2)).until(() -> LockWaits.count(jdbc) == 1);
    return waiter;
  }
}
