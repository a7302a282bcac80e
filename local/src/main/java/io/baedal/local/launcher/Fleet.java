package io.baedal.local.launcher;

import io.baedal.local.common.DataDirectory;
import io.baedal.local.common.Instance;
import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The instances that run now; reports when one ends without a request. */
final class Fleet {
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);

  private final Launcher launcher;
  private final DataDirectory data;
  private final Leftovers leftovers;
  private final Consumer<String> progress;
  private final Map<Instance, RunningPart> running = new ConcurrentHashMap<>();
  private final Map<Instance, LocalFailure> lost = new ConcurrentHashMap<>();
  private final CompletableFuture<LocalFailure> failure = new CompletableFuture<>();

  /** Read lock to launch, write lock to close: nothing is started during a stop. */
  private final ReadWriteLock gate = new ReentrantReadWriteLock();

  private boolean closed;

  Fleet(Launcher launcher, DataDirectory data, Consumer<String> progress) {
    this.launcher = launcher;
    this.data = data;
    this.leftovers = new Leftovers(data.root());
    this.progress = progress;
  }

  void launch(Instance instance) {
    gate.readLock().lock();
    try {
      if (closed) {
        throw new LocalFailure("Stopped.");
      }
      if (running.containsKey(instance)) {
        throw new IllegalStateException(instance.label() + " is already running");
      }
      lost.remove(instance);
      RunningPart started = launcher.start(instance);
      running.put(instance, started);
      leftovers.remember(instance, started.pid());
      started.ended().thenAccept(how -> noticeEnd(instance, started, how));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      gate.readLock().unlock();
    }
  }

  private void noticeEnd(Instance instance, RunningPart ended, String how) {
    if (!running.remove(instance, ended)) {
      return; // a stop was requested
    }
    // a killed process logs no reason; its last logged error is unrelated
    String cause =
        how.startsWith(ChildProcess.EXITED)
            ? LogTail.cause(data.log(instance)).map(line -> " (" + line + ")").orElse("")
            : "";
    LocalFailure loss =
        new LocalFailure(instance.label() + " " + how + cause + "; see " + data.log(instance));
    lost.put(instance, loss);
    if (runs(instance.part())) {
      progress.accept(loss.getMessage() + ". The others continue to run.");
    } else {
      failure.complete(loss);
    }
  }

  /** Stops these together, and waits until each has ended. */
  void stop(Collection<Instance> instances) {
    Map<Instance, RunningPart> ending = new ConcurrentHashMap<>();
    for (Instance instance : instances) {
      RunningPart found = running.remove(instance);
      if (found != null) {
        ending.put(instance, found);
        // a paused process would not see the signal
        Signals.send("CONT", found.pid());
        found.terminate();
      }
    }
    long deadline = System.nanoTime() + STOP_TIMEOUT.toNanos();
    ending.forEach(
        (instance, process) -> {
          if (process.awaitEnd(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())))) {
            launcher.endedNormally(instance);
          }
          forget(instance);
        });
  }

  void kill(Instance instance) {
    RunningPart process = require(instance);
    running.remove(instance);
    process.kill();
    forget(instance);
  }

  void signal(Instance instance, String signal) {
    if (!Signals.send(signal, require(instance).pid())) {
      throw new LocalFailure("Cannot send SIG" + signal + " to " + instance.label() + ".");
    }
  }

  boolean runs(Instance instance) {
    return running.containsKey(instance);
  }

  private boolean runs(Part part) {
    return running.keySet().stream().anyMatch(instance -> instance.part() == part);
  }

  @Nullable RunningPart find(Instance instance) {
    return running.get(instance);
  }

  /** Completes when the last instance of a part ends without a request. */
  CompletableFuture<LocalFailure> failure() {
    return failure;
  }

  /** Fails when {@code instance} has ended without a request, or all are being stopped. */
  void requireNotLost(Instance instance) {
    LocalFailure loss = lost.get(instance);
    if (loss != null) {
      throw loss;
    }
    if (closed) {
      throw new LocalFailure("Stopped.");
    }
  }

  /** Fails when {@code instance} has ended, for whatever reason. */
  void requireRuns(Instance instance) {
    requireNotLost(instance);
    if (!runs(instance)) {
      throw new LocalFailure(instance.label() + " was stopped before it was ready.");
    }
  }

  /** Prevents all further starts. */
  void close() {
    closed = true;
    gate.writeLock().lock();
    gate.writeLock().unlock();
  }

  private RunningPart require(Instance instance) {
    RunningPart process = running.get(instance);
    if (process == null) {
      throw new IllegalStateException(instance.label() + " is not running");
    }
    return process;
  }

  private void forget(Instance instance) {
    try {
      leftovers.forget(instance);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
