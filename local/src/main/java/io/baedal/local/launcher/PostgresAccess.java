package io.baedal.local.launcher;

import io.baedal.local.common.Listen;
import io.baedal.local.common.Passwords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The access rules of PostgreSQL: every role needs its password, and the superuser, which only the
 * launcher uses, can log in only from this machine.
 */
final class PostgresAccess {
  private static final String LOOPBACK =
      """
      host all all      127.0.0.1/32 scram-sha-256
      host all all      ::1/128      scram-sha-256
      """;

  private static final String OTHER_MACHINES =
      """
      host all postgres all          reject
      host all all      all          scram-sha-256
      """;

  /** The rules of data directories from before the superuser had a password. */
  private static final String WITHOUT_PASSWORD =
      "host all postgres 127.0.0.1/32 trust\nhost all postgres ::1/128 trust\n";

  private final Path directory;
  private final Passwords passwords;
  private final Listen listen;
  private final boolean upgrade;

  /**
   * Checks whether the data directory is older than the superuser's password, so create it before
   * that password.
   */
  PostgresAccess(Path directory, Passwords passwords, Listen listen) {
    this.directory = directory;
    this.passwords = passwords;
    this.listen = listen;
    this.upgrade = Files.exists(directory.resolve("PG_VERSION")) && !hasPassword();
  }

  private boolean hasPassword() {
    try {
      return Files.exists(passwords.postgresFile()) && !Files.readString(rules()).contains("trust");
    } catch (IOException unreadable) {
      return false;
    }
  }

  String password() {
    return passwords.postgres();
  }

  /** The file with the password; it exists on return. */
  Path passwordFile() {
    passwords.postgres();
    return passwords.postgresFile();
  }

  /** The addresses of the server: loopback, and the configured one. */
  String listenAddresses() {
    if (listen.address().isAnyLocalAddress()) {
      return "*";
    }
    return listen.equals(Listen.LOOPBACK) ? "localhost" : "localhost," + listen.bind();
  }

  /** Writes the rules, before each start of the server. */
  void restrict() {
    write(upgrade ? WITHOUT_PASSWORD : rulesWithPasswords());
  }

  /**
   * Sets the superuser's password in an older data directory, and removes the access without one.
   * An interrupted start repeats this.
   */
  void completeUpgrade(DataSource database) throws SQLException {
    if (!upgrade) {
      return;
    }
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER ROLE postgres PASSWORD '" + password() + "'");
      write(rulesWithPasswords());
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  private String rulesWithPasswords() {
    return listen.isOpen() ? LOOPBACK + OTHER_MACHINES : LOOPBACK;
  }

  private void write(String content) {
    try {
      Files.writeString(rules(), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path rules() {
    return directory.resolve("pg_hba.conf");
  }
}
