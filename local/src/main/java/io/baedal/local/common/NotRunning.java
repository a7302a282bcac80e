package io.baedal.local.common;

/** The message of every command that needs a running system and finds none. */
public final class NotRunning {
  private NotRunning() {}

  public static LocalFailure at(String address) {
    return new LocalFailure(
        "Nothing answers at " + address + "; start the system first with ./baedal up");
  }
}
