package io.baedal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.local.common.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageJvmTest {

  @TempDir private Path root;

  @Test
  void takesOptionsOfTheImageAndMemoryOfTheChart() throws IOException {
    Files.writeString(
        root.resolve("Dockerfile"), "ENV JAVA_TOOL_OPTIONS=\"-XX:MaxRAMPercentage=60 -Xa\"");
    Files.createDirectories(root.resolve("charts/baedal"));
    Files.writeString(
        root.resolve("charts/baedal/values.yaml"),
        """
        common:
          resources:
            limits: {memory: 768Mi}
        orderView: {}
        orchestrator:
          resources:
            limits: {memory: 1Gi}
        """);
    var jvm = new ImageJvm(root);

    assertThat(jvm.of(Part.ORCHESTRATOR))
        .containsExactly("-XX:MaxRAMPercentage=60", "-Xa", "-XX:MaxRAM=1g", "-XX:+UseSerialGC");
    assertThat(jvm.of(Part.ORDER_VIEW)).contains("-XX:MaxRAM=768m");
  }

  @Test
  void readsTheRealFiles() throws IOException {
    assertThat(new ImageJvm(Path.of("..")).of(Part.GATEWAY)).contains("-XX:MaxRAMPercentage=60");
  }
}
