package io.baedal.local;

/**
 * Name and password of a database role or of the operator.
 *
 * @param username the role
 * @param password its password, made when the data directory was
 */
public record Credentials(String username, String password) {
  /** Leaves the password out, so that it reaches no log. */
  @Override
  public String toString() {
    return "Credentials[username=" + username + "]";
  }
}
