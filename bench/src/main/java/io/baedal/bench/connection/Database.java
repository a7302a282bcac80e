package io.baedal.bench.connection;

import io.baedal.local.common.Credentials;
import io.baedal.local.common.Part;
import io.baedal.local.launcher.LocalSystem;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One connection to a database of a running system, opened at the first use. Failures are Spring's
 * {@code DataAccessException}. Not thread-safe.
 */
public final class Database implements AutoCloseable {

  private final SingleConnectionDataSource connection;
  private final JdbcTemplate jdbc;

  /** Connects to the database of {@code service} with the role of that service. */
  public Database(LocalSystem system, Part service) {
    this(system.jdbcUrl(service), system.credentials(service));
  }

  /** Connects to the database {@code name} as the superuser. */
  public Database(LocalSystem system, String name) {
    this(system.jdbcUrl(name), system.administrator());
  }

  private Database(String url, Credentials login) {
    connection = new SingleConnectionDataSource(url, login.username(), login.password(), true);
    jdbc = new JdbcTemplate(connection);
  }

  /** Calls {@code reader} for each row that {@code query} finds. */
  public void each(String query, RowCallbackHandler reader) {
    jdbc.query(query, reader);
  }

  /** The first column of all rows. */
  public List<String> texts(String query) {
    return jdbc.queryForList(query, String.class);
  }

  /** The first column of the first row. */
  public long number(String query) {
    return Long.parseLong(texts(query).get(0));
  }

  /** Executes a statement without parameters. */
  public void execute(String statement) {
    jdbc.execute(statement);
  }

  @Override
  public void close() {
    connection.close();
  }
}
