package io.baedal.local.launcher;

import java.io.IOException;

/** POSIX signals that the JDK cannot send. */
final class Signals {
  private Signals() {}

  /** Sends {@code signal} (such as "STOP") to a process; returns whether the process existed. */
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
