package io.baedal.local.common;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command lines of child processes: the launcher's JDK, shielded from terminal signals. */
public final class JavaCommand {
  private JavaCommand() {}

  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** The jar or directory that this class comes from. */
  public static Path ownCode() {
    try {
      return Path.of(JavaCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Where this program was built, or a copy that builds do not replace; it has the layout of the
   * repository {@code root}.
   */
  public static Path home(Path root) {
    String copy = System.getProperty("baedal.home", "");
    return copy.isEmpty() ? root : Path.of(copy);
  }

  /**
   * Wraps a command so that it ignores the terminal's signals: Ctrl-C reaches every process of the
   * terminal, but the launcher stops the parts in order. Only their owner can read the files that
   * it writes.
   */
  public static List<String> shielded(String... command) {
    List<String> shielded = new ArrayList<>();
    if (File.separatorChar == '/') {
      shielded.addAll(List.of("sh", "-c", "umask 077; trap '' INT HUP; exec \"$@\"", "sh"));
    }
    shielded.addAll(List.of(command));
    return shielded;
  }

  /** The start of a command line that runs a JVM with {@code options}. */
  public static List<String> jvm(Path data, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(java());
    // also marks the process as ours, see Leftovers
    command.add("-Dbaedal.data=" + data);
    command.addAll(options);
    return command;
  }

  /** Options of a small JVM that starts fast: these processes share a developer's machine. */
  public static List<String> small(int heapMegabytes) {
    return List.of(
        "-Xmx" + heapMegabytes + "m",
        "-Xss512k",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:+ExitOnOutOfMemoryError");
  }
}
