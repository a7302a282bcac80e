package io.baedal.orchestrator.saga;

import io.baedal.orchestrator.saga.OrderDriver.By;
import io.baedal.orchestrator.saga.ScriptedWorkers.Call;
import io.baedal.orchestrator.saga.ScriptedWorkers.Point;
import java.util.concurrent.CompletableFuture;

/** The moments of a step at which a cancel can arrive, from the time at which its job is due. */
enum CancelMoment {
  BEFORE_THE_CALL {
    @Override
    void run(OrderDriver order, Call step, By by) {
      order.cancel(by);
    }
  },
  /** The cancel has read the job before the executor locked it. */
  WHILE_AN_EXECUTOR_LOCKS_THE_JOB {
    @Override
    void run(OrderDriver order, Call step, By by) {
      var locking = order.uncommitted(order::lockJob);
      var cancel = order.waiting(() -> order.cancel(by));
      locking.commit();
      cancel.join();
    }
  },
  WHILE_THE_ANSWER_IS_IN_TRANSIT {
    @Override
    void run(OrderDriver order, Call step, By by) {
      Gate answer = order.gateAt(step, Point.ANSWER);
      CompletableFuture<Void> call = OtherThread.run(order::runJob);
      answer.awaitArrival();
      order.cancel(by);
      answer.open();
      call.join();
    }
  },
  /** The worker receives the undo before the request that it undoes. */
  UNDO_OVERTAKES_THE_REQUEST {
    @Override
    void run(OrderDriver order, Call step, By by) {
      Gate request = order.gateAt(step, Point.REQUEST);
      CompletableFuture<Void> call = OtherThread.run(order::runJob);
      request.awaitArrival();
      order.cancel(by);
      order.runJobs();
      request.open();
      call.join();
    }
  },
  ANSWER_WAITS_FOR_THE_CANCEL {
    @Override
    void run(OrderDriver order, Call step, By by) {
      var cancel = order.uncommitted(() -> order.cancel(by));
      var call = order.waiting(order::runJob);
      cancel.commit();
      call.join();
    }
  },
  CANCEL_WAITS_FOR_THE_ANSWER {
    @Override
    void run(OrderDriver order, Call step, By by) {
      Gate commit = order.gateBeforeCommitOf(step);
      CompletableFuture<Void> call = OtherThread.run(order::runJob);
      commit.awaitArrival();
      var cancel = order.waiting(() -> order.cancel(by));
      commit.open();
      call.join();
      cancel.join();
    }
  },
  AFTER_THE_CALL {
    @Override
    void run(OrderDriver order, Call step, By by) {
      order.runJob();
      order.cancel(by);
    }
  },
  /** The worker has done its part, its answer was lost, and the step will be retried. */
  BETWEEN_TRIES {
    @Override
    void run(OrderDriver order, Call step, By by) {
      order.loseAnswerOf(step);
      order.runJob();
      order.cancel(by);
    }
  },
  DURING_AN_INCIDENT {
    @Override
    void run(OrderDriver order, Call step, By by) {
      order.loseAnswerOf(step);
      order.runJob();
      order.useUpTries();
      order.cancel(by);
    }
  };

  /** Runs the step up to the moment, and then the cancel. */
  abstract void run(OrderDriver order, Call step, By by);

  /** Whether the step counts as done when the cancel is decided. */
  boolean isAfterTheStep() {
    return this == AFTER_THE_CALL || this == CANCEL_WAITS_FOR_THE_ANSWER;
  }
}
