package io.baedal.local.launcher;

import io.baedal.local.common.DataDirectory;
import io.baedal.local.common.Instance;
import io.baedal.local.common.JavaCommand;
import io.baedal.local.common.Part;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets a service start with about 40% less CPU time from its second run on. Its jar is unpacked
 * once. When it stops for the first time, the JVM writes the classes it has loaded to an AppCDS
 * archive, which later runs map into memory. A new jar or another JDK needs a new archive.
 *
 * <p>Writing an archive takes seconds while the user waits for the system to stop. So each run
 * writes only as many as configured, beginning with the service that is slowest to start.
 *
 * <p>An archive is kept only when its service had become ready and then ended normally: others are
 * incomplete. All files lie in the locked data directory, so no two runs write the same file.
 */
final class FastStart {
  /** Slowest first. */
  private static final List<Part> PRIORITY =
      List.of(
          Part.ORCHESTRATOR,
          Part.ORDER,
          Part.PAYMENT,
          Part.DELIVERY,
          Part.ORDER_VIEW,
          Part.GATEWAY,
          Part.IDENTITY);

  private final Path cache;
  private final Function<Part, Path> jars;
  private final Set<Part> writers;
  private final Set<Part> ready = EnumSet.noneOf(Part.class);

  /** Selects up to {@code most} of {@code services} to write now; {@code jars} need not exist. */
  FastStart(DataDirectory data, Set<Part> services, int most, Function<Part, Path> jars) {
    this.cache = data.directory(DataDirectory.CACHE);
    this.jars = jars;
    this.writers =
        PRIORITY.stream()
            .filter(services::contains)
            .filter(this::lacksArchive)
            .limit(most)
            .collect(Collectors.toUnmodifiableSet());
  }

  private boolean lacksArchive(Part service) {
    try {
      return !Files.exists(archive(directory(service)));
    } catch (IOException noJarYet) {
      return false;
    }
  }

  /** The end of a command line that runs {@code instance}, in the fastest way available. */
  List<String> arguments(Instance instance) {
    Part service = instance.part();
    Path jar = jars.apply(service);
    try {
      Path directory = directory(service);
      Path unpacked = directory.resolve(jar.getFileName());
      if (!Files.exists(unpacked)) {
        removeOlder(service);
        // under another name first, so that an interrupted copy is never used
        Path partial = directory.resolveSibling(directory.getFileName() + ".partial");
        unpack(jar, partial);
        Files.move(partial, directory);
      }
      List<String> arguments = new ArrayList<>();
      if (Files.exists(archive(directory))) {
        arguments.add("-XX:SharedArchiveFile=" + archive(directory));
      } else if (instance.isFirst() && writers.contains(service)) {
        Files.deleteIfExists(unfinished(directory));
        arguments.add("-XX:ArchiveClassesAtExit=" + unfinished(directory));
        // does not log the classes that cannot be archived
        arguments.add("-Xlog:cds=off,cds+dynamic=off");
      }
      arguments.addAll(application(unpacked));
      return arguments;
    } catch (IOException cannotUnpack) {
      return List.of("-jar", jar.toString());
    }
  }

  /**
   * Names every library on the class path. With {@code -jar}, Tomcat does not find the web pages in
   * the libraries, and Cockpit is empty.
   */
  private static List<String> application(Path unpacked) throws IOException {
    try (var jar = new JarFile(unpacked.toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      String libraries =
          Stream.of(manifest.getValue(Attributes.Name.CLASS_PATH).split(" "))
              .map(library -> unpacked.resolveSibling(library).toString())
              .collect(Collectors.joining(File.pathSeparator));
      return List.of(
          "-cp",
          unpacked + File.pathSeparator + libraries,
          manifest.getValue(Attributes.Name.MAIN_CLASS));
    }
  }

  synchronized void ready(Instance instance) {
    if (instance.isFirst()) {
      ready.add(instance.part());
    }
  }

  /** Keeps the archive of an instance that has just ended normally. */
  synchronized void ended(Instance instance) {
    Part service = instance.part();
    if (!instance.isFirst() || !ready.remove(service)) {
      return;
    }
    try {
      Path directory = directory(service);
      if (Files.exists(unfinished(directory))) {
        Files.move(unfinished(directory), archive(directory), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException noArchive) {
      // the next run tries again
    }
  }

  private Path directory(Part service) throws IOException {
    Path jar = jars.apply(service);
    int stamp =
        Objects.hash(
            Files.size(jar),
            Files.getLastModifiedTime(jar).toMillis(),
            System.getProperty("java.vm.version"),
            System.getProperty("java.home"));
    return cache.resolve(service.fileName() + "@" + Integer.toHexString(stamp));
  }

  private static Path archive(Path directory) {
    return directory.resolve("classes.jsa");
  }

  private static Path unfinished(Path directory) {
    return directory.resolve("classes.jsa.new");
  }

  private static void unpack(Path jar, Path directory) throws IOException {
    Process unpacking =
        new ProcessBuilder(
                JavaCommand.shielded(
                    JavaCommand.java(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Djarmode=tools",
                    "-jar",
                    jar.toString(),
                    "extract",
                    "--force",
                    "--destination",
                    directory.toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (unpacking.waitFor() != 0) {
        remove(directory);
        throw new IOException("cannot unpack " + jar);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private void removeOlder(Part service) throws IOException {
    try (Stream<Path> entries = Files.list(cache)) {
      for (Path entry :
          entries
              .filter(path -> path.getFileName().toString().startsWith(service.fileName() + "@"))
              .toList()) {
        remove(entry);
      }
    }
  }

  private static void remove(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
