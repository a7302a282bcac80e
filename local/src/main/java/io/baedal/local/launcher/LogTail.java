package io.baedal.local.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the line of a log that most likely states why its process ended. */
final class LogTail {
  private static final int LONGEST = 240;

  private LogTail() {}

  /** That line, truncated to a length that fits a terminal; empty when the log is empty. */
  static Optional<String> cause(Path log) {
    try {
      return cause(
          Arrays.asList(new String(Files.readAllBytes(log), StandardCharsets.UTF_8).split("\n")));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  static Optional<String> cause(List<String> lines) {
    return springAnalysis(lines)
        .or(() -> last(lines, line -> line.startsWith("Caused by:")))
        .or(() -> last(lines, line -> line.contains("ERROR") || line.contains("FATAL")))
        .or(() -> last(lines, line -> !line.isBlank()))
        .map(String::strip)
        .map(line -> line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
  }

  /** Spring Boot explains known failures in a paragraph under this heading. */
  private static Optional<String> springAnalysis(List<String> lines) {
    return lines.stream()
        .dropWhile(line -> !line.equals("Description:"))
        .skip(1)
        .filter(line -> !line.isBlank())
        .findFirst();
  }

  private static Optional<String> last(List<String> lines, Predicate<String> matches) {
    return lines.stream().filter(matches).reduce((earlier, later) -> later);
  }
}
