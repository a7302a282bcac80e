package io.baedal.local.launcher;

import io.baedal.local.common.DataDirectory;
import io.baedal.local.common.Instance;
import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.OwnerOnly;
import io.baedal.local.common.Part;
import io.baedal.local.common.Passwords;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A real PostgreSQL with one database, role and password per service. */
final class PostgresServer implements RunningPart {
  private static final Duration START = Duration.ofSeconds(90);

  private final EmbeddedPostgres embedded;
  private final ProcessHandle postmaster;

  private PostgresServer(EmbeddedPostgres embedded, ProcessHandle postmaster) {
    this.embedded = embedded;
    this.postmaster = postmaster;
  }

  static PostgresServer start(LocalOptions options, DataDirectory data, Passwords passwords) {
    refuseRootWithoutNamespaces();
    Path directory = data.directory("postgres");
    PostgresAccess access = new PostgresAccess(directory, passwords, options.ports().listen());
    ProcessBuilder.Redirect log =
        ProcessBuilder.Redirect.appendTo(data.log(Instance.first(Part.POSTGRES)).toFile());
    try {
      OwnerOnly.file(data.log(Instance.first(Part.POSTGRES)));
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder()
              .setPort(options.ports().of(Part.POSTGRES))
              .setDataDirectory(directory)
              .setCleanDataDirectory(false)
              .setDataDirectoryCustomizer(made -> access.restrict())
              .setOverrideWorkingDirectory(binaries(options, data).toFile())
              .setLocaleConfig("locale", "C")
              // passed to initdb as --pwfile: the library has no setter for it
              .setLocaleConfig("pwfile", access.passwordFile().toString())
              .setConnectConfig("password", access.password())
              .setServerConfig("listen_addresses", access.listenAddresses())
              // a socket in /tmp would be open to every user of this machine
              .setServerConfig("unix_socket_directories", "")
              // the library's defaults lose the last commits in a crash
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("fsync", "on")
              .setServerConfig("max_connections", "200")
              .setServerConfig("shared_buffers", "64MB")
              // the first change of a page after a checkpoint logs the whole page
              .setServerConfig("checkpoint_timeout", "15min")
              .setServerConfig("wal_compression", "on")
              // no values of a refused row, such as an address
              .setServerConfig("log_error_verbosity", "terse")
              .setOutputRedirector(log)
              .setErrorRedirector(log)
              .setPGStartupWait(START)
              // the library's hook would stop the databases while the services still write to them
              .setRegisterShutdownHook(false);
      options.databaseSettings().forEach(builder::setServerConfig);
      EmbeddedPostgres embedded = builder.start();
      requireOwn(embedded, directory);
      access.completeUpgrade(embedded.getPostgresDatabase());
      return new PostgresServer(embedded, postmaster(directory));
    } catch (IOException | SQLException | RuntimeException e) {
      if (e instanceof LocalFailure failure) {
        throw failure;
      }
      throw new LocalFailure(
          "PostgreSQL did not start: "
              + LogTail.cause(data.log(Instance.first(Part.POSTGRES)))
                  .orElse(String.valueOf(e.getMessage()))
              + " See "
              + data.log(Instance.first(Part.POSTGRES)),
          e);
    }
  }

  private static void refuseRootWithoutNamespaces() {
    if ("root".equals(System.getProperty("user.name"))
        && File.separatorChar == '/'
        && !LinuxUtils.isUnshareAvailable()) {
      throw new LocalFailure(
          "PostgreSQL refuses to run as root, and user namespaces (unshare -U) are not allowed"
              + " here; start Baedal as another user.");
    }
  }

  /** Unpacked once: into the data directory with a fast start, otherwise into the repository. */
  private static Path binaries(LocalOptions options, DataDirectory data) {
    return options.fastStart()
        ? data.directory(DataDirectory.CACHE).resolve("postgres-binaries")
        : options.root().resolve("local/target/postgres-binaries");
  }

  /** On a taken port the library connects to the other server and reports a successful start. */
  private static void requireOwn(EmbeddedPostgres embedded, Path directory)
      throws IOException, SQLException {
    try (Connection connection = embedded.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SHOW data_directory")) {
      result.next();
      if (!Path.of(result.getString(1)).toRealPath().equals(directory.toRealPath())) {
        throw new LocalFailure(
            "Port " + embedded.getPort() + " (PostgreSQL) is taken by another PostgreSQL.");
      }
    }
  }

  private static ProcessHandle postmaster(Path directory) throws IOException {
    List<String> file = Files.readAllLines(directory.resolve("postmaster.pid"));
    return ProcessHandle.of(Long.parseLong(file.get(0).strip()))
        .orElseThrow(() -> new LocalFailure("PostgreSQL ended as soon as it had started."));
  }

  /** Creates what is missing: the role and its database, to which no other role may connect. */
  void ensureDatabase(String name, String password) {
    try (Connection connection = embedded.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'")) {
        statement.execute("CREATE ROLE " + name + " LOGIN");
      }
      statement.execute("ALTER ROLE " + name + " PASSWORD '" + password + "'");
      if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
        statement.execute("CREATE DATABASE " + name + " OWNER " + name);
        statement.execute("REVOKE CONNECT ON DATABASE " + name + " FROM PUBLIC");
      }
    } catch (SQLException e) {
      throw new LocalFailure("Cannot create database " + name + ": " + e.getMessage(), e);
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      return result.next();
    }
  }

  @Override
  public long pid() {
    return postmaster.pid();
  }

  @Override
  public CompletableFuture<String> ended() {
    return postmaster.onExit().thenApply(any -> "ended");
  }

  @Override
  public void terminate() {
    // awaitEnd requests the end and waits for it
  }

  @Override
  public boolean awaitEnd(Duration atMost) {
    try {
      embedded.close();
      postmaster.onExit().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (Exception late) {
      kill();
      return false;
    }
  }

  @Override
  public void kill() {
    List<ProcessHandle> backends = postmaster.children().toList();
    postmaster.destroyForcibly();
    // a surviving backend would hold the shared memory that the next start needs
    backends.forEach(ProcessHandle::destroyForcibly);
    CompletableFuture.allOf(
            backends.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
        .join();
    postmaster.onExit().join();
    try {
      embedded.close();
    } catch (IOException onlyItsLockFile) {
      throw new UncheckedIOException(onlyItsLockFile);
    }
  }
}
