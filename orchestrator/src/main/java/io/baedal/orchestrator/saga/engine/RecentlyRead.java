package io.baedal.orchestrator.saga.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Caches each definition for a second: the engine reads one with each step of an order, only to
 * check whether an operator has suspended it. A suspension takes effect at once on this instance,
 * and within that second on others.
 */
final class RecentlyRead<T> {

  private static final Duration KEPT = Duration.ofSeconds(1);
  private static final int MOST = 1_000;

  private final Cache<String, T> definitions =
      Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

  private final AtomicLong changes = new AtomicLong();

  @Nullable T get(String id, Function<String, @Nullable T> read) {
    T recent = definitions.getIfPresent(id);
    if (recent != null) {
      return recent;
    }
    long before = changes.get();
    T definition = read.apply(id);
    if (definition != null) {
      definitions.put(id, definition);
      if (changes.get() != before) {
        // it may have been read before the change was committed
        definitions.invalidate(id);
      }
    }
    return definition;
  }

  /**
   * Empties the cache after the current transaction, which must be the one that changes a
   * definition.
   */
  void invalidate() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            changes.incrementAndGet();
            definitions.invalidateAll();
          }
        });
  }
}
