package io.baedal.charts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The paths of the repository. */
final class Project {

  /** The services, by their modules' names, which are also their images' names. */
  static final List<String> SERVICES =
      List.of("order", "payment", "delivery", "orchestrator", "order-view", "gateway", "identity");

  /** Of any module: the end-to-end tests run a test of this one. */
  private static final Path MODULE =
      Path.of(System.getProperty("basedir", ".")).toAbsolutePath().normalize();

  static final Path ROOT = MODULE.getParent();
  static final Path CHART = ROOT.resolve("charts/baedal");
  static final Path RESOURCES = ROOT.resolve("charts/src/test/resources");

  private Project() {}

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
