package io.baedal.local.common;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/**
 * Name and password of a database role or of an account.
 *
 * @param username the role or account
 * @param password its password, made together with the data directory
 */
public record Credentials(String username, String password) {

  /** The header value of HTTP basic authentication. */
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
