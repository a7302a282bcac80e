package io.baedal.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir Path directory;

  @Test
  void refusesASecondRunUntilTheFirstIsClosed() {
    try (DataDirectory first = DataDirectory.lock(directory)) {
      assertThat(first.root()).isEqualTo(directory);
      assertThatThrownBy(() -> DataDirectory.lock(directory))
          .isInstanceOf(LocalFailure.class)
          .hasMessageContaining("already runs on " + directory)
          .hasMessageNotContaining("\n");
    }
    DataDirectory.lock(directory).close();
  }

  @Test
  void emptiesEverythingButItsLock() throws IOException {
    try (DataDirectory data = DataDirectory.lock(directory)) {
      Files.writeString(data.directory("postgres").resolve("PG_VERSION"), "17");
      Files.writeString(data.log(Instance.first(Part.ORDER)), "old");

      data.empty();

      assertThat(directory).isDirectoryNotContaining("glob:**[!lock]");
      assertThat(directory.resolve("lock")).exists();
      assertThatThrownBy(() -> DataDirectory.lock(directory)).isInstanceOf(LocalFailure.class);
    }
  }
}
