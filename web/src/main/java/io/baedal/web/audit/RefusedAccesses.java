package io.baedal.web.audit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
  private final Duration pause;
  private final RefusalQueue waiting;
  private List<AuditEntry> batch = List.of();
  private volatile @Nullable Thread thread;

  public RefusedAccesses(AuditLog auditLog, Pace pace) {
    this.auditLog = auditLog;
    this.pause = pace.pause();
    this.waiting = new RefusalQueue(pace.capacity(), pace.batchSize());
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
    waiting.add(entry);
  }

  /** The number of accesses that were not recorded since the start. */
  public long unrecorded() {
    return waiting.allUnrecorded();
  }

  private void run() {
    while (thread == Thread.currentThread()) {
      try {
        if (batch.isEmpty()) {
          batch = waiting.take();
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

  private void write() {
    auditLog.append(batch);
    batch = List.of();
  }

  private void pause() {
    try {
      TimeUnit.NANOSECONDS.sleep(pause.toNanos());
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
    if (batch.isEmpty()) {
      batch = waiting.poll();
    }
    while (!batch.isEmpty()) {
      write();
      batch = waiting.poll();
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
