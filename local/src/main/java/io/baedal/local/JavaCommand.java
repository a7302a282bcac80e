package io.baedal.local;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How child processes are started: with the launcher's own JDK, shielded from the terminal. */
final class JavaCommand {
  private JavaCommand() {}

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** The jar or directory that this class comes from. */
  static Path ownCode() {
    try {
      return Path.of(JavaCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Where this program was built, or a copy of it that no build replaces; laid out as the
   * repository {@code root}.
   */
  static Path home(Path root) {
    String copy = System.getProperty("baedal.home", "");
    return copy.isEmpty() ? root : Path.of(copy);
  }

  /**
   * The command, ignoring the terminal's signals: Ctrl-C goes to every process of the terminal at
   * once, but only the launcher may decide in which order the parts end. What it writes is for its
   * owner alone.
   */
  static List<String> shielded(String... command) {
    List<String> shielded = new ArrayList<>();
    if (File.separatorChar == '/') {
      shielded.addAll(List.of("sh", "-c", "umask 077; trap '' INT HUP; exec \"$@\"", "sh"));
    }
    shielded.addAll(List.of(command));
    return shielded;
  }

  /** The begin of a command line that runs a JVM with {@code options}. */
  static List<String> jvm(Path data, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(java());
    // also marks the process as ours, see Leftovers
    command.add("-Dbaedal.data=" + data);
    command.addAll(options);
    return command;
  }

  /** Options of a small JVM that starts fast: these processes share a developer's machine. */
  static List<String> small(int heapMegabytes) {
    return List.of(
        "-Xmx" + heapMegabytes + "m",
        "-Xss512k",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:+ExitOnOutOfMemoryError");
  }
}
