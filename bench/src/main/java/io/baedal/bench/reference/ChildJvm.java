package io.baedal.bench.reference;

import io.baedal.local.common.LocalFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A reference in a separate JVM, which ends with this one. */
final class ChildJvm implements AutoCloseable {

  private final Process process;
  private final BufferedReader answers;
  private final Writer questions;
  private final Path log;
  private final long first;

  /** Starts {@code program} and returns when it is ready. */
  ChildJvm(
      Class<?> program,
      List<String> jvmOptions,
      Map<String, String> environment,
      Path log,
      String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectError(log.toFile());
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.log = log;
    answers = process.inputReader(StandardCharsets.UTF_8);
    questions = process.outputWriter(StandardCharsets.UTF_8);
    first = answer();
  }

  /** The number that it printed when it was ready. */
  long first() {
    return first;
  }

  /** What it has counted up to now. */
  long count() {
    return ask("count");
  }

  /** Sends a line and returns the answer. */
  long ask(String line) {
    try {
      questions.write(line + "\n");
      questions.flush();
    } catch (IOException e) {
      throw new LocalFailure("A reference ended; see " + log);
    }
    return answer();
  }

  private long answer() {
    try {
      String line = answers.readLine();
      if (line == null) {
        throw new LocalFailure("A reference ended; see " + log);
      }
      return Long.parseLong(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ProcessHandle process() {
    return process.toHandle();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
