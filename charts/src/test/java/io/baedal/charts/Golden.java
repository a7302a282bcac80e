package io.baedal.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** Generated files in the repository, which tests compare with their sources. */
final class Golden {

  private static final String UPDATE = "./mvnw -pl charts -am verify -Dgolden.update=true";

  private Golden() {}

  /** Compares, or writes when {@code -Dgolden.update=true} is given. */
  static void verify(Path file, String text) {
    if (Boolean.getBoolean("golden.update")) {
      Project.write(file, text);
    }
    assertThat(file)
        .as(
            "%s differs from the generated text; if that is intended: %s",
            Project.ROOT.relativize(file), UPDATE)
        .hasContent(text);
  }
}
