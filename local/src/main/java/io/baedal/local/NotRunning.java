package io.baedal.local;

/** The one line for every command that needs a running system and finds none. */
final class NotRunning {
  private NotRunning() {}

  static LocalFailure at(String address) {
    return new LocalFailure(
        "Nothing answers at " + address + "; start the system first with ./baedal up");
  }
}
