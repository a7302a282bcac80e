package io.baedal.orchestrator.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Definitions, for a second after each was read: the engine reads one with each step of an order,
 * only to learn whether an operator has suspended it. What is suspended here takes effect at once,
 * and in other instances within that second.
 */
final class RecentlyRead<T> {

  private static final Duration KEPT = Duration.ofSeconds(1);
  private static final int MOST = 1_000;

  private final Cache<String, T> definitions =
      Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

  @Nullable T get(String id, Function<String, @Nullable T> read) {
    T recent = definitions.getIfPresent(id);
    if (recent != null) {
      return recent;
    }
    T definition = read.apply(id);
    if (definition != null) {
      definitions.put(id, definition);
    }
    return definition;
  }

  /** To be called with each change: what was read before its commit must not be used after it. */
  void forget() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            definitions.invalidateAll();
          }
        });
  }
}
