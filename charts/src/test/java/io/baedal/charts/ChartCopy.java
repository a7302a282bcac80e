package io.baedal.charts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The chart in a temporary directory, changed where the Helm library differs from the command: the
 * library leaves hooks out of its output, looks for a cluster even when it renders, and lints with
 * the chart's default values only.
 */
record ChartCopy(Path path) implements AutoCloseable {

  private static final String HOOK = "helm.sh/hook";
  private static final String HOOK_AS_OBJECT = "helm.sh-hook";
  private static final String LOOKUP = "lookup \"";
  // turns the four arguments of a lookup into a map in which no key is found
  private static final String NOTHING_FOUND = "dict \"";

  static ChartCopy plain() {
    try {
      Path copy = Files.createTempDirectory("chart").resolve("baedal");
      for (Path from : files(Project.CHART)) {
        Path to = copy.resolve(Project.CHART.relativize(from).toString());
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
      }
      return new ChartCopy(copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ChartCopy withDefaults(Values values) {
    ChartCopy copy = plain();
    Project.write(copy.path.resolve("values.yaml"), values.yaml());
    return copy;
  }

  static ChartCopy withHooksAsObjectsAndNoCluster() {
    ChartCopy copy = plain();
    for (Path template : files(copy.path.resolve("templates"))) {
      String text = Project.read(template);
      Project.write(template, text.replace(HOOK, HOOK_AS_OBJECT).replace(LOOKUP, NOTHING_FOUND));
    }
    return copy;
  }

  static String restored(String text) {
    return text.replace(HOOK_AS_OBJECT, HOOK);
  }

  /** Writes a file next to the chart. */
  Path file(String name, String text) {
    Path file = path.resolveSibling(name);
    Project.write(file, text);
    return file;
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(path.getParent())) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
