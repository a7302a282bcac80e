package io.baedal.local.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
  void isTheSameForAllWhoReadItAtTheSameTime() throws Exception {
    int readers = 8;
    ExecutorService threads = Executors.newFixedThreadPool(readers);
    try {
      for (int round = 0; round < 50; round++) {
        Path fresh = Files.createDirectory(directory.resolve("round-" + round));
        var start = new CyclicBarrier(readers);
        Callable<String> read =
            () -> {
              start.await();
              return new Passwords(fresh).operator();
            };
        List<String> found = new ArrayList<>();
        for (Future<String> one : threads.invokeAll(Collections.nCopies(readers, read))) {
          found.add(one.get());
        }
        assertThat(found).doesNotContain("").containsOnly(found.get(0));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void reachesNoLog() {
    assertThat(new Credentials("orders", "secret")).asString().doesNotContain("secret");
  }
}
