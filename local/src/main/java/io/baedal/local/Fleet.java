package io.baedal.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/** The parts that run now; notices when one ends that nobody asked to. */
final class Fleet {
  private static final Duration POLITE = Duration.ofSeconds(30);

  private final Launcher launcher;
  private final DataDirectory data;
  private final Leftovers leftovers;
  private final Map<Part, RunningPart> running = new ConcurrentHashMap<>();
  private final CompletableFuture<LocalFailure> failure = new CompletableFuture<>();

  /** Launching is shared, closing exclusive: nothing may be started behind the back of a stop. */
  private final ReadWriteLock gate = new ReentrantReadWriteLock();

  private boolean closed;

  Fleet(Launcher launcher, DataDirectory data) {
    this.launcher = launcher;
    this.data = data;
    this.leftovers = new Leftovers(data.root());
  }

  void launch(Part part) {
    gate.readLock().lock();
    try {
      if (closed) {
        throw new LocalFailure("Stopped.");
      }
      if (running.containsKey(part)) {
        throw new IllegalStateException(part + " runs already");
      }
      RunningPart started = launcher.start(part);
      running.put(part, started);
      leftovers.remember(part, started.pid());
      started.ended().thenAccept(how -> noticeEnd(part, started, how));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      gate.readLock().unlock();
    }
  }

  private void noticeEnd(Part part, RunningPart ended, String how) {
    if (!running.remove(part, ended)) {
      return; // asked for
    }
    // one that was killed did not log why: its last error, if any, would mislead
    String cause =
        how.startsWith(ChildProcess.EXITED)
            ? LogTail.cause(data.log(part)).map(line -> " (" + line + ")").orElse("")
            : "";
    failure.complete(
        new LocalFailure(part.label() + " " + how + cause + "; see " + data.log(part)));
  }

  /** Stops these together, and waits until each has ended. */
  void stop(Collection<Part> parts) {
    Map<Part, RunningPart> ending = new ConcurrentHashMap<>();
    for (Part part : parts) {
      RunningPart found = running.remove(part);
      if (found != null) {
        ending.put(part, found);
        // a paused process would not see the signal
        Signals.send("CONT", found.pid());
        found.terminate();
      }
    }
    long deadline = System.nanoTime() + POLITE.toNanos();
    ending.forEach(
        (part, process) -> {
          if (process.awaitEnd(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())))) {
            launcher.endedInGoodOrder(part);
          }
          forget(part);
        });
  }

  void kill(Part part) {
    RunningPart process = require(part);
    running.remove(part);
    process.kill();
    forget(part);
  }

  void signal(Part part, String signal) {
    if (!Signals.send(signal, require(part).pid())) {
      throw new LocalFailure("Cannot send SIG" + signal + " to " + part.label() + ".");
    }
  }

  boolean runs(Part part) {
    return running.containsKey(part);
  }

  @Nullable RunningPart find(Part part) {
    return running.get(part);
  }

  /** Completes when a part ends that was not asked to. */
  CompletableFuture<LocalFailure> failure() {
    return failure;
  }

  void requireHealthy() {
    LocalFailure known = failure.getNow(null);
    if (known != null) {
      throw known;
    }
    if (closed) {
      throw new LocalFailure("Stopped.");
    }
  }

  /** Lets nothing start any more. */
  void close() {
    closed = true;
    gate.writeLock().lock();
    gate.writeLock().unlock();
  }

  private RunningPart require(Part part) {
    RunningPart process = running.get(part);
    if (process == null) {
      throw new IllegalStateException(part + " does not run");
    }
    return process;
  }

  private void forget(Part part) {
    try {
      leftovers.forget(part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
