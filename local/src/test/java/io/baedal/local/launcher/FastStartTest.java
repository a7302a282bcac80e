package io.baedal.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.local.common.DataDirectory;
import io.baedal.local.common.Instance;
import io.baedal.local.common.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FastStartTest {
  @TempDir Path directory;

  @Test
  void runsAJarThatCannotBeUnpackedAsItIs() throws IOException {
    Path jar = Files.writeString(directory.resolve("order.jar"), "not a jar");
    try (DataDirectory data = DataDirectory.lock(directory.resolve("data"))) {
      FastStart fastStart = new FastStart(data, Set.of(Part.ORDER), 1, service -> jar);

      assertThat(fastStart.arguments(Instance.first(Part.ORDER)))
          .containsExactly("-jar", jar.toString());

      fastStart.ready(Instance.first(Part.ORDER));
      fastStart.ended(Instance.first(Part.ORDER));
      assertThat(data.directory(DataDirectory.CACHE)).isEmptyDirectory();
    }
  }
}
