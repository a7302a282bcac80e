package io.baedal.local.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PasswordsTest {
  @TempDir Path directory;

  @Test
  void staysTheSameUntilTheDirectoryIsEmptied() throws IOException {
    String first = new Passwords(directory).operator();

    assertThat(first).hasSizeGreaterThanOrEqualTo(20);
    assertThat(new Passwords(directory).operator()).isEqualTo(first);

    Files.delete(directory.resolve("operator-password"));
    assertThat(new Passwords(directory).operator()).isNotEqualTo(first);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no POSIX permissions")
  void onlyItsOwnerCanReadIt() throws IOException {
    assertThat(new Passwords(directory).operator()).isNotBlank();

    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(directory.resolve("operator-password"))))
        .isEqualTo("rw-------");
  }

  @Test
  void reachesNoLog() {
    assertThat(new Credentials("orders", "secret")).asString().doesNotContain("secret");
  }
}
