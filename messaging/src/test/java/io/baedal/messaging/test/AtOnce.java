package io.baedal.messaging.test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs several calls concurrently. */
public final class AtOnce {

  /** Returns the result of each call, in the order of the calls. */
  @SafeVarargs
  public static <T> List<T> run(Callable<T>... calls) throws Exception {
    return run(List.of(calls));
  }

  /** Returns the result of each call, in the order of the calls. */
  public static <T> List<T> run(List<Callable<T>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    var start = new CyclicBarrier(calls.size());
    try {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> call : calls) {
        running.add(
            threads.submit(
                () -> {
                  start.await(2, TimeUnit.MINUTES);
                  return call.call();
                }));
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : running) {
        answers.add(answer.get(2, TimeUnit.MINUTES));
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  private AtOnce() {}
}
