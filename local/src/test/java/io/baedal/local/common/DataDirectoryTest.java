package io.baedal.local.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no POSIX permissions")
  void keepsThePermissionsOfAnExistingDirectory() throws IOException {
    Files.createFile(directory.resolve("thesis.txt"));
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));

    try (DataDirectory data = DataDirectory.lock(directory)) {
      assertThat(permissions(data.root())).isEqualTo("rwxr-xr-x");
      assertThat(permissions(data.directory("logs"))).isEqualTo("rwx------");
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no POSIX permissions")
  void removesThePermissionsOfOthersFromItsOwn() throws IOException {
    DataDirectory.lock(directory).close();
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));

    try (DataDirectory data = DataDirectory.lock(directory)) {
      assertThat(permissions(data.root())).isEqualTo("rwx------");
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
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
