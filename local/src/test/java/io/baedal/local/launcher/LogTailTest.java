package io.baedal.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogTailTest {
  @Test
  void prefersTheInnermostCause() {
    assertThat(
            LogTail.cause(
                List.of(
                    "ERROR Application run failed",
                    "Caused by: outer",
                    "\tat somewhere",
                    "Caused by: password is missing",
                    "\tat elsewhere")))
        .contains("Caused by: password is missing");
  }

  @Test
  void takesTheExplanationOfSpringBootWhenThereIsOne() {
    assertThat(
            LogTail.cause(
                List.of(
                    "Caused by: a",
                    "APPLICATION FAILED TO START",
                    "",
                    "Description:",
                    "",
                    "Port 1 is used",
                    "",
                    "Action:")))
        .contains("Port 1 is used");
  }

  @Test
  void otherwiseTakesTheLastErrorThenTheLastLine() {
    assertThat(LogTail.cause(List.of("ERROR a", "ERROR b", "bye"))).contains("ERROR b");
    assertThat(LogTail.cause(List.of("hello", "bye", ""))).contains("bye");
  }

  @Test
  void cutsLongLinesAndIgnoresAMissingLog() {
    assertThat(LogTail.cause(List.of("x".repeat(1_000))).orElseThrow()).hasSize(241);
    assertThat(LogTail.cause(Path.of("no", "such", "log"))).isEmpty();
  }
}
