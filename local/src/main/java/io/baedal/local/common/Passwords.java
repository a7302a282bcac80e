package io.baedal.local.common;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** Generated passwords, each in a file that only its owner can read, the same on every run. */
public final class Passwords {
  private static final int BYTES = 18;
  private static final String OPERATOR = "operator-password";
  private static final String POSTGRES = "postgres-password";

  private final Path directory;

  public Passwords(Path directory) {
    this.directory = directory;
  }

  public String operator() {
    return of(OPERATOR);
  }

  /** Empty if no system ever ran here; this method creates none. */
  public Optional<String> knownOperator() {
    return Files.exists(directory.resolve(OPERATOR)) ? Optional.of(operator()) : Optional.empty();
  }

  /** The password of PostgreSQL's superuser, which only the launcher uses. */
  public String postgres() {
    return of(POSTGRES);
  }

  /** The file of that password. */
  public Path postgresFile() {
    return directory.resolve(POSTGRES);
  }

  public String database(String role) {
    return of("database-password-" + role);
  }

  private String of(String fileName) {
    Path file = directory.resolve(fileName);
    try {
      if (!Files.exists(file)) {
        OwnerOnly.write(file, generate());
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new LocalFailure("Cannot store a password in " + file + ": " + e, e);
    }
  }

  private static String generate() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
