package io.baedal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.messaging.test.LockWaits;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs a second call before the transaction of the first one is committed. */
public class InTurn {

  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;

  InTurn(PlatformTransactionManager transactions, JdbcClient jdbc) {
    this.transaction = new TransactionTemplate(transactions);
    this.jdbc = jdbc;
  }

  /** Returns the results of the first and the second call; the second waits for the first. */
  public <T> List<T> run(Supplier<T> first, Supplier<T> second) {
    var done = new CountDownLatch(1);
    var mayCommit = new CountDownLatch(1);
    CompletableFuture<T> early =
        inNewThread(
            () ->
                transaction.execute(
                    status -> {
                      T answer = first.get();
                      done.countDown();
                      await(mayCommit);
                      return answer;
                    }));
    await(done);
    CompletableFuture<T> late = inNewThread(second);
    Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> LockWaits.count(jdbc) == 1);
    mayCommit.countDown();
    return List.of(early.join(), late.join());
  }

  private static <T> CompletableFuture<T> inNewThread(Supplier<T> call) {
    return CompletableFuture.supplyAsync(call, command -> new Thread(command).start());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(2, TimeUnit.MINUTES)).as("latch was released").isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
