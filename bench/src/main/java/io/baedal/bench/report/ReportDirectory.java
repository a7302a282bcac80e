package io.baedal.bench.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the files of a report, in place of those of an earlier report. */
public final class ReportDirectory {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * Writes a run's {@code report.json}, {@code README.md} and its pictures; of several runs, each
   * into its own directory below a page with the medians.
   */
  public static void write(Path directory, List<BenchReport> runs) {
    if (runs.size() == 1) {
      write(directory, runs.get(0));
      return;
    }
    write(directory.resolve("README.md"), BenchPage.medians(runs));
    for (int run = 1; run <= runs.size(); run++) {
      write(directory.resolve("run-" + run), runs.get(run - 1));
    }
  }

  private static void write(Path directory, BenchReport report) {
    var page = new BenchPage(report);
    writeAll(
        directory,
        report,
        Map.of("README.md", page.markdown(), "cpu.svg", page.cpu(), "post.svg", page.post()));
  }

  /** Writes {@code report.json} and {@code README.md}. */
  public static void write(Path directory, OverloadReport report) {
    writeAll(directory, report, Map.of("README.md", new OverloadPage(report).markdown()));
  }

  /**
   * Writes {@code report.json}, {@code README.md}, its picture, and the stories.
   *
   * @param stories by order id, all that is known of each order that failed a check
   */
  public static void write(Path directory, FaultReport report, Map<String, String> stories) {
    Map<String, String> files = new HashMap<>();
    files.put("README.md", new ReportPage(report).markdown());
    files.put("time-line.svg", new TimeLine(report.timeLine(), report.minutes() * 60).svg());
    stories.forEach((order, story) -> files.put("stories/" + order + ".txt", story));
    writeAll(directory, report, files);
  }

  private static void writeAll(Path directory, Object report, Map<String, String> others) {
    writeJson(directory.resolve("report.json"), report);
    others.forEach((name, text) -> write(directory.resolve(name), text));
  }

  /** Writes {@code report} as JSON. */
  public static void writeJson(Path file, Object report) {
    try {
      write(file, JSON.writeValueAsString(report) + "\n");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the report to " + file, e);
    }
  }

  private ReportDirectory() {}
}
