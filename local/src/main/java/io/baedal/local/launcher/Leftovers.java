package io.baedal.local.launcher;

import io.baedal.local.common.Instance;
import io.baedal.local.common.OwnerOnly;
import io.baedal.local.common.Part;
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
 * The process ids of the running parts, in files, with which the processes of a killed launcher are
 * found and stopped. Uses only the JDK, because {@link Guardian} runs it without libraries.
 */
final class Leftovers {
  private static final int STOP_TIMEOUT_SECONDS = 15;
  private static final String SUFFIX = ".pid";

  private final Path data;

  Leftovers(Path data) {
    this.data = data;
  }

  void remember(Instance instance, long pid) throws IOException {
    OwnerOnly.directory(run());
    Files.writeString(file(instance), Long.toString(pid));
  }

  void forget(Instance instance) throws IOException {
    Files.deleteIfExists(file(instance));
  }

  /**
   * Stops the parts that still run, services before PostgreSQL and Kafka, and returns their names.
   * A process whose command line does not name the data directory is another program and is not
   * stopped.
   */
  List<String> stop() throws IOException {
    List<String> stopped = new ArrayList<>();
    List<Instance> onFile = onFile();
    stopTogether(onFile.stream().filter(instance -> instance.part().isService()), stopped);
    stopTogether(onFile.stream().filter(Instance.first(Part.KAFKA)::equals), stopped);
    stopTogether(onFile.stream().filter(Instance.first(Part.POSTGRES)::equals), stopped);
    return stopped;
  }

  private void stopTogether(Stream<Instance> which, List<String> stopped) throws IOException {
    List<Instance> instances = which.toList();
    List<ProcessHandle> ending = new ArrayList<>();
    for (Instance instance : instances) {
      Optional<ProcessHandle> running = find(instance);
      if (running.isPresent()) {
        terminate(instance.part(), running.get());
        ending.add(running.get());
        stopped.add(instance.label() + " (process " + running.get().pid() + ")");
      }
    }
    for (ProcessHandle process : ending) {
      awaitOrForce(process);
    }
    for (Instance instance : instances) {
      forget(instance);
    }
  }

  private static void terminate(Part part, ProcessHandle process) {
    // a paused process would not see the signal
    Signals.send("CONT", process.pid());
    if (part == Part.POSTGRES) {
      // a fast shutdown; SIGTERM would wait for clients to disconnect
      Signals.send("INT", process.pid());
    } else {
      process.destroy();
    }
  }

  private Optional<ProcessHandle> find(Instance instance) throws IOException {
    try {
      long pid = Long.parseLong(Files.readString(file(instance)).strip());
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .filter(process -> process.info().commandLine().orElse("").contains(data.toString()));
    } catch (NumberFormatException halfWritten) {
      return Optional.empty();
    }
  }

  private static void awaitOrForce(ProcessHandle process) {
    try {
      process.onExit().get(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException gone) {
      process.destroyForcibly();
    }
  }

  private List<Instance> onFile() throws IOException {
    if (!Files.isDirectory(run())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(run())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .flatMap(name -> Instance.named(name).stream())
          .toList();
    }
  }

  private Path file(Instance instance) {
    return run().resolve(instance.fileName() + SUFFIX);
  }

  private Path run() {
    return data.resolve("run");
  }
}
