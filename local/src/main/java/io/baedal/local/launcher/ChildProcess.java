package io.baedal.local.launcher;

import io.baedal.local.common.JavaCommand;
import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.OwnerOnly;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A part that is one JVM, with its output in a file. */
final class ChildProcess implements RunningPart {
  /** The description of the end of a process that was not killed. */
  static final String EXITED = "ended with exit code ";

  private static final int FIRST_SIGNAL = 128;

  private final Process process;

  private ChildProcess(Process process) {
    this.process = process;
  }

  static ChildProcess start(
      List<String> command, Map<String, String> environment, Path directory, Path log) {
    ProcessBuilder builder =
        new ProcessBuilder(JavaCommand.shielded(command.toArray(String[]::new)))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    // glibc would keep a memory arena per thread
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    builder.environment().putAll(environment);
    try {
      OwnerOnly.file(log);
      Process process = builder.start();
      process.getOutputStream().close();
      return new ChildProcess(process);
    } catch (IOException e) {
      throw new LocalFailure("Cannot start a process: " + e.getMessage(), e);
    }
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public CompletableFuture<String> ended() {
    return process.onExit().thenApply(ended -> describe(ended.exitValue()));
  }

  private static String describe(int exitCode) {
    return exitCode > FIRST_SIGNAL
        ? "was ended by signal " + (exitCode - FIRST_SIGNAL)
        : EXITED + exitCode;
  }

  @Override
  public void terminate() {
    process.destroy();
  }

  @Override
  public boolean awaitEnd(Duration atMost) {
    try {
      if (process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        return true;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill();
    return false;
  }

  @Override
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
