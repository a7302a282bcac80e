package io.baedal.local;

import java.io.IOException;

/** POSIX signals that the JDK cannot send. */
final class Signals {
  private Signals() {}

  /** Sends {@code signal} (such as "STOP") to a process; answers whether there was such a one. */
  static boolean send(String signal, long pid) {
    try {
      return new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchCommand) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
