package io.baedal.local.launcher;

import io.baedal.local.common.Instance;
import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.OwnerOnly;
import io.baedal.local.common.Part;
import io.baedal.local.common.Passwords;
import io.baedal.local.common.Ports;
import io.baedal.local.common.PortsFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * The files of a running system: its ports for the commands, and Spring properties with which a
 * service that was left out runs from its sources. The properties contain passwords. The files
 * exist while the system runs.
 */
final class SettingsFiles {
  private final Path data;
  private final Ports ports;
  private final List<Part> services;
  private final LocalEnvironment environment;

  SettingsFiles(LocalOptions options, List<Part> services) {
    this.data = options.data();
    this.ports = options.ports();
    this.services = services;
    this.environment = new LocalEnvironment(options, new Passwords(options.data()));
  }

  static Path of(Path data, Part service) {
    return data.resolve(service.fileName() + ".properties");
  }

  void write() {
    PortsFile.write(data, ports);
    for (Part service : services) {
      Properties properties = new Properties();
      properties.putAll(environment.properties(Instance.first(service)));
      StringWriter content = new StringWriter();
      try {
        properties.store(content, null);
        OwnerOnly.write(of(data, service), content.toString());
      } catch (IOException e) {
        throw new LocalFailure("Cannot write " + of(data, service) + ": " + e, e);
      }
    }
  }

  void delete() {
    PortsFile.delete(data);
    for (Part service : Part.services()) {
      try {
        Files.deleteIfExists(of(data, service));
      } catch (IOException staleIsHarmless) {
        // harmless: the system that the file describes does not run
      }
    }
  }

  /** How a user runs a service that was left out. */
  String advice(Part service) {
    return "Not started: %1$s. Run it from its sources with  ./baedal run %1$s%n  or in an IDE with the environment variable  SPRING_CONFIG_IMPORT=file:%2$s"
        .formatted(service.fileName(), of(data, service));
  }
}
