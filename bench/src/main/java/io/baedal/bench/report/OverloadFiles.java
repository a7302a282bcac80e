package io.baedal.bench.report;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of a report: {@code report.json} and {@code README.md}. */
public final class OverloadFiles {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Writes them, replacing those of an earlier report. */
  public static void write(Path directory, OverloadReport report) {
    try {
      Files.createDirectories(directory);
      Files.writeString(directory.resolve("report.json"), JSON.writeValueAsString(report) + "\n");
      Files.writeString(directory.resolve("README.md"), new OverloadPage(report).markdown());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the report to " + directory, e);
    }
  }

  private OverloadFiles() {}
}
