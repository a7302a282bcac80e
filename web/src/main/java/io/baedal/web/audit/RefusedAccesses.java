package io.baedal.web.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Records refused accesses in the background. Anyone can cause them, so their number in memory and
 * per second is limited; those that exceed it are counted, and the next entry has their number.
 */
public final class RefusedAccesses implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(RefusedAccesses.class);

  /** It stops after the web server, whose phases are 1024 and 2048 below the default one. */
  private static final int PHASE = DEFAULT_PHASE - 4096;

  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

  private final AuditLog auditLog;
  private final Pace pace;
  private final BlockingQueue<AuditEntry> waiting;
  private final AtomicLong unrecorded = new AtomicLong();
  private final AtomicLong allUnrecorded = new AtomicLong();
  private List<AuditEntry> batch = List.of();
  private volatile @Nullable Thread thread;

  public RefusedAccesses(AuditLog auditLog, Pace pace) {
    this.auditLog = auditLog;
    this.pace = pace;
    this.waiting = new ArrayBlockingQueue<>(pace.capacity());
  }

  /**
   * How much is recorded.
   *
   * @param capacity how many entries can wait
   * @param batchSize how many entries one transaction writes
   * @param pause the shortest time between two transactions
   */
  public record Pace(int capacity, int batchSize, Duration pause) {}

  /** Records {@code entry} later, if there is room for it. Never waits. */
  public void add(AuditEntry entry) {
    if (!waiting.offer(entry)) {
      unrecorded.incrementAndGet();
      allUnrecorded.incrementAndGet();
    }
  }

  /** The number of accesses that were not recorded since the start. */
  public long unrecorded() {
    return allUnrecorded.get();
  }

  private void run() {
    while (thread == Thread.currentThread()) {
      try {
        if (batch.isEmpty()) {
          take(waiting.take());
        }
        write();
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException e) {
        log.warn("refused accesses cannot be recorded yet: {}", e.toString());
      }
      pause();
    }
  }

  private void take(AuditEntry first) {
    List<AuditEntry> next = new ArrayList<>();
    next.add(first.withUnrecorded(unrecorded.getAndSet(0)));
    waiting.drainTo(next, pace.batchSize() - 1);
    batch = next;
  }

  private void write() {
    auditLog.append(batch);
    batch = List.of();
  }

  private void pause() {
    try {
      TimeUnit.NANOSECONDS.sleep(pace.pause().toNanos());
    } catch (InterruptedException stopped) {
      thread = null;
    }
  }

  @Override
  public void start() {
    Thread writer = new Thread(this::run, "refused-accesses");
    writer.setDaemon(true);
    thread = writer;
    writer.start();
  }

  /** Writes what waits. */
  @Override
  public void stop() {
    Thread writer = thread;
    thread = null;
    if (writer == null) {
      return;
    }
    writer.interrupt();
    try {
      writer.join(LONGEST_STOP.toMillis());
      if (!writer.isAlive()) {
        writeAll();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.warn("{} refused accesses are lost: {}", batch.size() + waiting.size(), e.toString());
    }
  }

  private void writeAll() {
    while (!batch.isEmpty() || !waiting.isEmpty()) {
      if (batch.isEmpty()) {
        take(waiting.remove());
      }
      write();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
