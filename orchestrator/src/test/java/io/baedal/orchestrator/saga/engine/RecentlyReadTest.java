package io.baedal.orchestrator.saga.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class RecentlyReadTest {

  private final RecentlyRead<String> recent = new RecentlyRead<>();

  @Test
  void readsADefinitionOnce() {
    recent.get("1", id -> "active");

    assertThat(recent.get("1", id -> "suspended")).isEqualTo("active");
  }

  @Test
  void readsItAgainAfterAChange() {
    recent.get("1", id -> "active");
    change();

    assertThat(recent.get("1", id -> "suspended")).isEqualTo("suspended");
  }

  @Test
  void doesNotKeepWhatWasReadBeforeAConcurrentChange() {
    recent.get(
        "1",
        id -> {
          change();
          return "active";
        });

    assertThat(recent.get("1", id -> "suspended")).isEqualTo("suspended");
  }

  private void change() {
    TransactionSynchronizationManager.initSynchronization();
    try {
      recent.invalidate();
      TransactionSynchronizationManager.getSynchronizations()
          .forEach(done -> done.afterCompletion(TransactionSynchronization.STATUS_COMMITTED));
    } finally {
      TransactionSynchronizationManager.clear();
    }
  }
}
