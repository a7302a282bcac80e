package io.baedal.local.common;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

  /** The password of an account of the identity provider; the operator has one everywhere. */
  public String of(Account account) {
    return account == Account.OPERATOR ? operator() : of(file(account));
  }

  /** Empty if no system ever ran here; this method creates none. */
  public Optional<String> known(Account account) {
    String file = account == Account.OPERATOR ? OPERATOR : file(account);
    return Files.exists(directory.resolve(file)) ? Optional.of(of(account)) : Optional.empty();
  }

  private static String file(Account account) {
    return "account-password-" + account.username();
  }

  /** The password with which the gateway gets the tokens of people who log in. */
  public String gateway() {
    return of("client-password-gateway");
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

  /** Instances are started at the same time, and read the same password. */
  private String of(String fileName) {
    Path file = directory.resolve(fileName);
    synchronized (Passwords.class) {
      try {
        if (!Files.exists(file)) {
          // under another name first, so that other processes never read an empty file
          Path partial = directory.resolve(fileName + ".partial");
          OwnerOnly.write(partial, generate());
          Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
      } catch (IOException e) {
        throw new LocalFailure("Cannot store a password in " + file + ": " + e, e);
      }
    }
  }

  private static String generate() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
