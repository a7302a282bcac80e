package io.baedal.web.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.web.page.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefusedAccessesTest {

  private static final Call CALL = new Call("GET", "/orders", "::1", null, null);

  private final RecordingLog auditLog = new RecordingLog();
  private final RefusedAccesses accesses =
      new RefusedAccesses(auditLog, new RefusedAccesses.Pace(5, 3, Duration.ofMillis(10)));

  @AfterEach
  void stop() {
    accesses.stop();
  }

  @Test
  void recordsInBatches() {
    refuse(5);
    accesses.start();

    await().until(() -> auditLog.count() == 5);
    assertThat(auditLog.batches).extracting(List::size).containsExactly(3, 2);
  }

  @Test
  void countsWhatDoesNotFit() {
    refuse(12);
    accesses.start();

    await().until(() -> auditLog.count() == 5);
    assertThat(auditLog.batches.get(0))
        .extracting(AuditEntry::unrecorded)
        .containsExactly(7L, 0L, 0L);
    assertThat(auditLog.batches.get(1)).extracting(AuditEntry::unrecorded).containsExactly(0L, 0L);
    assertThat(accesses.unrecorded()).isEqualTo(7);
  }

  @Test
  void repeatsABatchThatFailed() {
    auditLog.failures.set(3);
    refuse(12);
    accesses.start();

    await().until(() -> auditLog.count() == 5);
    assertThat(auditLog.batches.get(0).get(0).unrecorded()).isEqualTo(7);
  }

  @Test
  void recordsAtTheStopWhatWaits() {
    var slow =
        new RefusedAccesses(auditLog, new RefusedAccesses.Pace(50, 3, Duration.ofMinutes(1)));
    slow.start();
    for (int i = 0; i < 10; i++) {
      slow.add(refusal());
    }

    slow.stop();

    assertThat(auditLog.count()).isEqualTo(10);
    assertThat(slow.isRunning()).isFalse();
  }

  @Test
  void endsIfTheLogFailsAtTheStop() {
    accesses.start();
    auditLog.failures.set(Integer.MAX_VALUE);
    refuse(5);

    accesses.stop();

    assertThat(auditLog.batches).isEmpty();
  }

  private void refuse(int times) {
    for (int i = 0; i < times; i++) {
      accesses.add(refusal());
    }
  }

  private static AuditEntry refusal() {
    return AuditEntry.refused(Instant.EPOCH, Actor.UNKNOWN, CALL, 401, "no");
  }

  private static final class RecordingLog implements AuditLog {

    private final List<List<AuditEntry>> batches = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();

    @Override
    public List<ChainedEntry> append(List<AuditEntry> entries) {
      if (failures.getAndDecrement() > 0) {
        throw new IllegalStateException("no database");
      }
      batches.add(List.copyOf(entries));
      return List.of();
    }

    int count() {
      return batches.stream().mapToInt(List::size).sum();
    }

    @Override
    public List<ChainedEntry> chain(long after, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<ChainedEntry> find(AuditFilter filter, @Nullable Cursor after, int limit) {
      throw new UnsupportedOperationException();
    }
  }
}
