package io.baedal.local.common;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The file from which later commands read the ports of the running system. */
public final class PortsFile {
  private static final String CONTROLLER = "kafka-controller";
  private static final String LISTEN = "listen";

  private PortsFile() {}

  public static void write(Path data, Ports ports) {
    Properties file = new Properties();
    ports.parts().forEach((part, port) -> file.setProperty(part.fileName(), port.toString()));
    file.setProperty(CONTROLLER, Integer.toString(ports.kafkaController()));
    file.setProperty(LISTEN, ports.listen().bind());
    try {
      OwnerOnly.directory(data.resolve("run"));
      try (Writer writer = Files.newBufferedWriter(path(data))) {
        file.store(writer, null);
      }
    } catch (IOException e) {
      throw new LocalFailure("Cannot write " + path(data) + ": " + e, e);
    }
  }

  public static Optional<Ports> read(Path data) {
    if (!Files.exists(path(data))) {
      return Optional.empty();
    }
    Properties file = new Properties();
    try (Reader reader = Files.newBufferedReader(path(data))) {
      file.load(reader);
      Map<Part, Integer> ports = new EnumMap<>(Part.class);
      for (Part part : Part.values()) {
        ports.put(part, Integer.valueOf(file.getProperty(part.fileName())));
      }
      Listen listen = Listen.named(file.getProperty(LISTEN, Listen.LOOPBACK.bind()));
      return Optional.of(new Ports(ports, Integer.parseInt(file.getProperty(CONTROLLER)), listen));
    } catch (IOException | NumberFormatException | LocalFailure unusable) {
      return Optional.empty();
    }
  }

  public static void delete(Path data) {
    try {
      Files.deleteIfExists(path(data));
    } catch (IOException staleIsHarmless) {
      // the next run writes it again
    }
  }

  private static Path path(Path data) {
    return data.resolve("run").resolve("ports.properties");
  }
}
