package io.baedal.web.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Refused accesses that wait to be recorded. It counts those that do not fit. */
final class RefusalQueue {

  private final BlockingQueue<AuditEntry> waiting;
  private final int batchSize;
  private final AtomicLong unrecorded = new AtomicLong();
  private final AtomicLong allUnrecorded = new AtomicLong();

  RefusalQueue(int capacity, int batchSize) {
    this.waiting = new ArrayBlockingQueue<>(capacity);
    this.batchSize = batchSize;
  }

  /** Adds {@code entry}, or counts it if there is no room. */
  void add(AuditEntry entry) {
    if (!waiting.offer(entry)) {
      unrecorded.incrementAndGet();
      allUnrecorded.incrementAndGet();
    }
  }

  /** Removes the next batch, which is not empty; waits for an entry. */
  List<AuditEntry> take() throws InterruptedException {
    return batch(waiting.take());
  }

  /** Removes the next batch; empty if nothing waits. */
  List<AuditEntry> poll() {
    @Nullable AuditEntry first = waiting.poll();
    return first == null ? List.of() : batch(first);
  }

  /** The first entry has the number of those that did not fit since the batch before. */
  private List<AuditEntry> batch(AuditEntry first) {
    List<AuditEntry> next = new ArrayList<>();
    next.add(first.withUnrecorded(unrecorded.getAndSet(0)));
    waiting.drainTo(next, batchSize - 1);
    return next;
  }

  int size() {
    return waiting.size();
  }

  /** The number of all entries that did not fit. */
  long allUnrecorded() {
    return allUnrecorded.get();
  }
}
