package io.baedal.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.local.common.Part;
import io.baedal.local.common.Passwords;
import io.baedal.local.common.Ports;
import io.baedal.local.common.PortsFile;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SettingsFilesTest {
  @TempDir Path data;
  private final Ports ports = Ports.withOffset(1_000);

  @Test
  void containWhatALeftOutServiceNeeds() throws IOException {
    SettingsFiles files = files();
    files.write();

    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(data.resolve("order-view.properties"))) {
      properties.load(reader);
    }
    assertThat(properties)
        .containsEntry("server.port", "9084")
        .containsEntry("spring.kafka.bootstrap-servers", "localhost:10092")
        .containsEntry("spring.datasource.url", "jdbc:postgresql://localhost:6432/order_view")
        .containsEntry("spring.datasource.password", new Passwords(data).database("order_view"));
    assertThat(data.resolve("order.properties")).doesNotExist();
    assertThat(PortsFile.read(data)).contains(ports);
    assertThat(files.advice(Part.ORDER_VIEW))
        .contains("./baedal run order-view")
        .endsWith("SPRING_CONFIG_IMPORT=file:" + data.resolve("order-view.properties"));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no POSIX permissions")
  void areForTheirOwnerAloneAndAreDeletedWhenTheSystemStops() throws IOException {
    SettingsFiles files = files();
    files.write();
    Path file = data.resolve("order-view.properties");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");

    files.delete();

    assertThat(file).doesNotExist();
    assertThat(PortsFile.read(data)).isEmpty();
  }

  private SettingsFiles files() {
    LocalOptions options = LocalOptions.in(data).data(data).ports(ports).build();
    return new SettingsFiles(options, List.of(Part.ORDER_VIEW));
  }
}
