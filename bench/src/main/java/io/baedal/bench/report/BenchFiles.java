package io.baedal.bench.report;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of a report: {@code report.json}, {@code README.md} and its pictures. */
public final class BenchFiles {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Writes them, replacing those of an earlier report. */
  public static void write(Path directory, BenchReport report) {
    try {
      Files.createDirectories(directory);
      Files.writeString(directory.resolve("report.json"), JSON.writeValueAsString(report) + "\n");
      var page = new BenchPage(report);
      Files.writeString(directory.resolve("README.md"), page.markdown());
      Files.writeString(directory.resolve("cpu.svg"), page.cpu());
      Files.writeString(directory.resolve("post.svg"), page.post());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the report to " + directory, e);
    }
  }

  private BenchFiles() {}
}
