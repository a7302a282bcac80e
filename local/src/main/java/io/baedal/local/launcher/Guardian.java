package io.baedal.local.launcher;

import io.baedal.local.common.JavaCommand;
import io.baedal.local.common.LocalFailure;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A small process that stops the parts of a killed launcher. The launcher holds the other end of
 * its standard input. When that end closes, it stops every part that has a process id file.
 */
public final class Guardian {
  private Guardian() {}

  static Process watch(Path data) {
    try {
      return new ProcessBuilder(
              JavaCommand.shielded(
                  JavaCommand.java(),
                  "-Xmx16m",
                  "-Xss256k",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-Xshare:auto",
                  "-cp",
                  JavaCommand.ownCode().toString(),
                  Guardian.class.getName(),
                  data.toString()))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new LocalFailure("Cannot start a Java process: " + e.getMessage(), e);
    }
  }

  public static void main(String[] arguments) throws IOException {
    while (System.in.read() != -1) {
      // waits for the end of the input; nothing is written to it
    }
    new Leftovers(Path.of(arguments[0])).stop();
  }
}
