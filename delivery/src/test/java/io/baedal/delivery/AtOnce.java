package io.baedal.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs several calls concurrently. */
public final class AtOnce implements AutoCloseable {

  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** Returns the result of each call, in the order of the calls. */
  @SafeVarargs
  public final <T> List<T> run(Callable<T>... calls) throws Exception {
    var start = new CyclicBarrier(calls.length);
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
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
