package io.baedal.bench.report;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The files of a report: {@code report.json}, {@code README.md}, its picture, and the stories. */
public final class ReportFiles {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * Writes them, replacing those of an earlier report.
   *
   * @param stories by order id, all that is known of each order that failed a check
   */
  public static void write(Path directory, FaultReport report, Map<String, String> stories) {
    try {
      Files.createDirectories(directory);
      Files.writeString(directory.resolve("report.json"), JSON.writeValueAsString(report) + "\n");
      Files.writeString(directory.resolve("README.md"), new ReportPage(report).markdown());
      Files.writeString(
          directory.resolve("time-line.svg"),
          new TimeLine(report.timeLine(), report.minutes() * 60).svg());
      if (!stories.isEmpty()) {
        Files.createDirectories(directory.resolve("stories"));
      }
      for (Map.Entry<String, String> story : stories.entrySet()) {
        Files.writeString(
            directory.resolve("stories").resolve(story.getKey() + ".txt"), story.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the report to " + directory, e);
    }
  }

  private ReportFiles() {}
}
