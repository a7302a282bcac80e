package io.baedal.local.launcher;

import io.baedal.local.common.Instance;
import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.Part;
import io.baedal.local.common.Pause;
import io.baedal.local.common.Place;
import io.baedal.local.common.Ports;
import io.baedal.local.common.PortsFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Runs one service from its sources, in place of the one that was left out. */
@Command(
    name = "run",
    description = {
      "Runs one service from its sources, with the databases and the broker of a system",
      "that was started with ./baedal up --without SERVICE; Ctrl-C stops it."
    },
    mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
  @Mixin private Place place = new Place();

  @Parameters(paramLabel = "SERVICE", description = "Its name, such as order.")
  private String name = "";

  @Override
  public Integer call() {
    Part service = Part.service(name);
    requirePlaceFor(service);
    Path root = Place.root();
    Process maven =
        start(
            List.of(
                root.resolve(File.separatorChar == '/' ? "mvnw" : "mvnw.cmd").toString(),
                "--quiet",
                "--file",
                root.resolve("pom.xml").toString(),
                "--projects",
                ":baedal-" + service.label(),
                "--also-make",
                "-Dbaedal.local.data=" + place.data(),
                "spring-boot:run"),
            root);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(maven), "stop"));
    try {
      return maven.waitFor();
    } catch (InterruptedException e) {
      throw Pause.interrupted();
    }
  }

  /**
   * Fails with a one-line message if the system does not run without the service, or a port is
   * taken.
   */
  private void requirePlaceFor(Part service) {
    String up = "./baedal up --without " + service.fileName();
    Ports ports =
        PortsFile.read(place.data())
            .filter(running -> !Ports.isFree(running.of(Part.POSTGRES)))
            .filter(running -> !Ports.isFree(running.of(Part.KAFKA)))
            .orElseThrow(
                () ->
                    new LocalFailure(
                        "No system runs on " + place.data() + "; start one with " + up));
    if (!Files.exists(SettingsFiles.of(place.data(), service))) {
      throw new LocalFailure(
          "The running system includes " + service.label() + "; start it with " + up);
    }
    Instance instance = Instance.first(service);
    requireFree(ports.of(instance), instance.label());
    requireFree(ports.management(instance), Ports.managementLabel(instance));
  }

  private static void requireFree(int port, String owner) {
    if (!Ports.isFree(port)) {
      throw new LocalFailure(
          "Port " + port + " (" + owner + ") is taken; stop what listens there first.");
    }
  }

  private static Process start(List<String> command, Path root) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile()).inheritIO();
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new LocalFailure("Cannot run " + command.get(0) + ": " + e.getMessage(), e);
    }
  }

  private static void stop(Process maven) {
    List<ProcessHandle> started = maven.descendants().toList();
    maven.destroy();
    started.forEach(ProcessHandle::destroy);
  }
}
