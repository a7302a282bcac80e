package io.baedal.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/**
 * Name and password of a database role or of the operator.
 *
 * @param username the role
 * @param password its password, made when the data directory was
 */
public record Credentials(String username, String password) {
  /** As HTTP's basic authentication says it. */
  public String basic() {
    String both = username + ":" + password;
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8));
  }

  /** Leaves the password out, so that it reaches no log. */
  @Override
  public String toString() {
    return "Credentials[username=" + username + "]";
  }
}
