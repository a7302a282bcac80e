package io.baedal.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The process ids of the running parts, in files, so that what a killed launcher left behind can be
 * found and stopped. Uses nothing but the JDK, because {@link Guardian} runs it without libraries.
 */
final class Leftovers {
  private static final int POLITE_SECONDS = 15;

  private final Path data;

  Leftovers(Path data) {
    this.data = data;
  }

  void remember(Part part, long pid) throws IOException {
    Files.createDirectories(file(part).getParent());
    Files.writeString(file(part), Long.toString(pid));
  }

  void forget(Part part) throws IOException {
    Files.deleteIfExists(file(part));
  }

  /**
   * Stops what still runs, services before what they stand on, and answers what that was. A process
   * whose command line does not name the data directory is somebody else's and is left alone.
   */
  List<String> stop() throws IOException {
    List<String> stopped = new ArrayList<>();
    stopTogether(Part.services(), stopped);
    stopTogether(List.of(Part.KAFKA), stopped);
    stopTogether(List.of(Part.POSTGRES), stopped);
    return stopped;
  }

  private void stopTogether(List<Part> parts, List<String> stopped) throws IOException {
    List<ProcessHandle> ending = new ArrayList<>();
    for (Part part : parts) {
      Optional<ProcessHandle> running = find(part);
      if (running.isPresent()) {
        terminate(part, running.get());
        ending.add(running.get());
        stopped.add(part.label() + " (process " + running.get().pid() + ")");
      }
    }
    for (ProcessHandle process : ending) {
      awaitOrForce(process);
    }
    for (Part part : parts) {
      forget(part);
    }
  }

  private static void terminate(Part part, ProcessHandle process) {
    // a paused process would not see the signal
    Signals.send("CONT", process.pid());
    if (part == Part.POSTGRES) {
      // "fast": does not wait for clients to leave, as SIGTERM would
      Signals.send("INT", process.pid());
    } else {
      process.destroy();
    }
  }

  private Optional<ProcessHandle> find(Part part) throws IOException {
    if (!Files.exists(file(part))) {
      return Optional.empty();
    }
    try {
      long pid = Long.parseLong(Files.readString(file(part)).strip());
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .filter(process -> process.info().commandLine().orElse("").contains(data.toString()));
    } catch (NumberFormatException halfWritten) {
      return Optional.empty();
    }
  }

  private static void awaitOrForce(ProcessHandle process) {
    try {
      process.onExit().get(POLITE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException stubborn) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException gone) {
      process.destroyForcibly();
    }
  }

  private Path file(Part part) {
    return data.resolve("run").resolve(part.fileName() + ".pid");
  }

  /** Whether any process id is on file. */
  boolean any() throws IOException {
    Path run = data.resolve("run");
    if (!Files.isDirectory(run)) {
      return false;
    }
    try (Stream<Path> files = Files.list(run)) {
      return files.anyMatch(file -> file.toString().endsWith(".pid"));
    }
  }
}
