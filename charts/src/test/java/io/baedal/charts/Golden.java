package io.baedal.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** Generated files in the repository, which a test keeps in sync with their sources. */
final class Golden {

  private static final String UPDATE = "./mvnw -pl charts -am verify -Dgolden.update=true";

  private Golden() {}

  /** Compares, or writes when {@code -Dgolden.update=true} is given. */
  static void hold(Path file, String text) {
    if (Boolean.getBoolean("golden.update")) {
      Project.write(file, text);
    }
    assertThat(file)
        .as(
            "%s is not what the chart makes; if that is meant: %s",
            Project.ROOT.relativize(file), UPDATE)
        .hasContent(text);
  }
}
