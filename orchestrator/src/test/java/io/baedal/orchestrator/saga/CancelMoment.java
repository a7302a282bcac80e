package io.baedal.orchestrator.saga;

import io.baedal.orchestrator.saga.PlayedOrder.By;
import io.baedal.orchestrator.saga.ScriptedWorkers.Call;
import io.baedal.orchestrator.saga.ScriptedWorkers.Point;
import java.util.concurrent.CompletableFuture;

/** The moments of a step at which a cancel can come; the job of the step is due. */
enum CancelMoment {
  BEFORE_ITS_CALL {
    @Override
    void play(PlayedOrder order, Call step, By by) {
      order.cancel(by);
    }
  },
  /** The executor has locked the job; the cancel has read the job before that. */
  WHILE_AN_EXECUTOR_TAKES_ITS_JOB {
    @Override
    void play(PlayedOrder order, Call step, By by) {
      var taking = order.uncommitted(order::jobIsTaken);
      var cancel = order.waiting(() -> order.cancel(by));
      taking.commit();
      cancel.join();
    }
  },
  WHILE_ITS_ANSWER_IS_ON_ITS_WAY {
    @Override
    void play(PlayedOrder order, Call step, By by) {
      Gate answer = order.gateAt(step, Point.ANSWER);
      CompletableFuture<Void> call = OtherThread.run(order::runJob);
      answer.awaitArrival();
      order.cancel(by);
      answer.open();
      call.join();
    }
  },
  /** The worker receives the undo before the request that it undoes. */
  WHILE_ITS_REQUEST_IS_ON_ITS_WAY_AND_IS_OVERTAKEN {
    @Override
    void play(PlayedOrder order, Call step, By by) {
      Gate request = order.gateAt(step, Point.REQUEST);
      CompletableFuture<Void> call = OtherThread.run(order::runJob);
      request.awaitArrival();
      order.cancel(by);
      order.runJobs();
      request.open();
      call.join();
    }
  },
  WHEN_ITS_ANSWER_FINDS_THE_CANCEL_UNCOMMITTED {
    @Override
    void play(PlayedOrder order, Call step, By by) {
      var cancel = order.uncommitted(() -> order.cancel(by));
      var call = order.waiting(order::runJob);
      cancel.commit();
      call.join();
    }
  },
  WHEN_THE_CANCEL_FINDS_ITS_ANSWER_UNCOMMITTED {
    @Override
    void play(PlayedOrder order, Call step, By by) {
      Gate commit = order.gateBeforeCommitOf(step);
      CompletableFuture<Void> call = OtherThread.run(order::runJob);
      commit.awaitArrival();
      var cancel = order.waiting(() -> order.cancel(by));
      commit.open();
      call.join();
      cancel.join();
    }
  },
  AFTER_ITS_CALL {
    @Override
    void play(PlayedOrder order, Call step, By by) {
      order.runJob();
      order.cancel(by);
    }
  },
  /** The worker has done its part, its answer was lost, and the step will be retried. */
  IN_A_RETRY_PAUSE {
    @Override
    void play(PlayedOrder order, Call step, By by) {
      order.loseAnswerOf(step);
      order.runJob();
      order.cancel(by);
    }
  },
  IN_AN_INCIDENT {
    @Override
    void play(PlayedOrder order, Call step, By by) {
      order.loseAnswerOf(step);
      order.runJob();
      order.allTriesFail();
      order.cancel(by);
    }
  };

  /** Runs the step up to the moment, and then the cancel. */
  abstract void play(PlayedOrder order, Call step, By by);

  /** Whether the step counts as done when the cancel is decided. */
  boolean comesAfterTheStep() {
    return this == AFTER_ITS_CALL || this == WHEN_THE_CANCEL_FINDS_ITS_ANSWER_UNCOMMITTED;
  }
}
