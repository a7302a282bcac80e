package io.baedal.orchestrator.saga.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedal.messaging.test.TestPostgres;
import io.baedal.orchestrator.OrchestratorApplication;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Replicas that start on one database. */
@Tag("slow")
class StartupIT {

  private final String database = TestPostgres.newDatabase();

  @TempDir private Path logs;

  /** In separate processes: within one JVM the engine creates its tables one at a time. */
  @Test
  void replicasThatStartTogetherOnAnEmptyDatabaseAllStart() throws Exception {
    List<Process> replicas = List.of(startProcess("1"), startProcess("2"));

    try {
      for (Process replica : replicas) {
        // one replica waits for the other; only a replica that hangs takes that long
        assertThat(replica.waitFor(20, TimeUnit.MINUTES)).isTrue();
        assertThat(replica.exitValue()).as("see %s", logs).isZero();
      }
    } finally {
      replicas.forEach(Process::destroyForcibly);
    }
    assertThat(count("SELECT count(*) FROM act_re_deployment")).isOne();
    assertThat(count("SELECT count(*) FROM act_id_user")).isOne();
  }

  @Test
  void aReplicaChangesNothingBeforeItHasTheLock() {
    var other = new StartupLock();
    other.postProcessAfterInitialization(dataSource(), "dataSource");
    var replica = CompletableFuture.supplyAsync(() -> start("first"));
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                count(
                        """
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND pid <> pg_backend_pid()
                          AND query LIKE 'SELECT pg_try_advisory_lock%'
                        """)
                    == 2);

    assertThat(count("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")).isZero();
    other.destroy();
    try (var started = replica.join()) {
      assertThat(canLogIn(started, "first")).isTrue();
    }
  }

  @Test
  void aReplicaSetsTheConfiguredPassword() {
    start("first").close();

    try (var replica = start("second")) {
      assertThat(canLogIn(replica, "second")).isTrue();
      assertThat(canLogIn(replica, "first")).isFalse();
    }
  }

  /** A backup takes hours. If a start waited for it, orders would wait behind the start. */
  @Test
  void aReplicaStartsWhileABackupReadsAllTables() throws SQLException {
    start("first").close();
    try (Connection backup = dataSource().getConnection();
        Statement statement = backup.createStatement()) {
      backup.setAutoCommit(false);
      statement.execute(
          """
          DO $$ DECLARE name text; BEGIN
            FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
              EXECUTE format('LOCK TABLE %I IN ACCESS SHARE MODE', name);
            END LOOP;
          END $$
          """);

      start("first").close();
    }
    assertThat(count("SELECT count(*) FROM pg_indexes WHERE indexname = 'act_idx_job_handler'"))
        .isZero();
    assertThat(count("SELECT count(*) FROM pg_constraint WHERE conname = 'act_fk_task_exe'"))
        .isZero();
  }

  @Test
  void aReplicaDoesNotWaitForeverForAnother() {
    var holder = new StartupLock();
    var late = new StartupLock(Duration.ofMillis(300));
    DataSource dataSource = dataSource();
    holder.postProcessAfterInitialization(dataSource, "dataSource");

    assertThatThrownBy(() -> late.postProcessAfterInitialization(dataSource, "dataSource"))
        .hasMessageContaining("another replica");

    holder.destroy();
    late.postProcessAfterInitialization(dataSource, "dataSource");
    late.destroy();
  }

  private ConfigurableApplicationContext start(String password) {
    return SpringApplication.run(OrchestratorApplication.class, arguments(password));
  }

  private Process startProcess(String name) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Replica.class.getName());
    command.addAll(Arrays.asList(arguments("secret")));
    File log = logs.resolve(name + ".log").toFile();
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
  }

  private String[] arguments(String password) {
    return Stream.of(
            "spring.datasource.url=" + database,
            "spring.datasource.username=postgres",
            "spring.datasource.password=postgres",
            "server.port=0",
            "orchestrator.operator.password=" + password,
            "camunda.bpm.job-execution.enabled=false",
            "baedal.messaging.listen=false",
            "baedal.messaging.poll-interval=1h",
            "spring.kafka.bootstrap-servers=localhost:1")
        .map(property -> "--" + property)
        .toArray(String[]::new);
  }

  private static boolean canLogIn(ConfigurableApplicationContext replica, String password) {
    return replica.getBean(IdentityService.class).checkPassword("operator", password);
  }

  private long count(String sql) {
    return JdbcClient.create(dataSource()).sql(sql).query(Long.class).single();
  }

  private DataSource dataSource() {
    return new DriverManagerDataSource(database, "postgres", "postgres");
  }

  /** Starts and stops an orchestrator; the exit code shows whether that succeeded. */
  static final class Replica {

    public static void main(String[] arguments) {
      SpringApplication.run(OrchestratorApplication.class, arguments).close();
      System.exit(0);
    }

    private Replica() {}
  }
}
