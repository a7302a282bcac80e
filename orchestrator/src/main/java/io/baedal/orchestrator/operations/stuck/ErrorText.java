package io.baedal.orchestrator.operations.stuck;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The error of a failed step for display: one line of at most 300 characters. The body of a
 * worker's response is left out, since it may contain customer data; its problem type is kept.
 */
final class ErrorText {

  private static final int LONGEST = 300;

  /** Feign's format: [503 reason] during [PUT] to [address] [method]: [body]. */
  private static final Pattern ANSWER =
      Pattern.compile(
          "\\[(?<status>[^]]*)] during \\[(?<method>[^]]*)] to \\[(?<address>[^]]*)].*",
          Pattern.DOTALL);

  private static final Pattern PROBLEM =
      Pattern.compile("\"type\"\\s*:\\s*\"(urn:[\\w:.-]{1,80})\"");

  static String of(@Nullable String message) {
    if (message == null || message.isBlank()) {
      return "no message";
    }
    Matcher answer = ANSWER.matcher(message);
    if (answer.matches()) {
      Matcher problem = PROBLEM.matcher(message);
      return truncate(
          "%s from %s %s%s"
              .formatted(
                  answer.group("status"),
                  answer.group("method"),
                  answer.group("address"),
                  problem.find() ? ": " + problem.group(1) : ""));
    }
    return truncate(message.lines().findFirst().orElse("no message"));
  }

  private static String truncate(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  private ErrorText() {}
}
