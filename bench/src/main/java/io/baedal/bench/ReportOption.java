package io.baedal.bench;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of runs that write a report. */
final class ReportOption {

  @Option(
      names = "--report",
      description = "Directory of the report (default: .baedal/${COMMAND-NAME}/report).")
  private @Nullable Path report;

  Path path(RunOptions run) {
    Path given = report;
    return given == null ? run.own("report") : given;
  }
}
