package io.baedal.orchestrator.saga.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * Lets one replica at a time start on a database. The engine creates its tables and the operator's
 * account without a lock, so that two replicas that start together on an empty database would make
 * each other fail.
 *
 * <p>The lock is an advisory lock of PostgreSQL, which ends with its connection. It is taken as
 * soon as there is a data source, which the engine and Flyway both need, and released when the
 * application has started, or has failed to. A replica that does not get it within ten minutes
 * fails to start.
 */
@Component
final class StartupLock
    implements BeanPostProcessor, ApplicationListener<ApplicationStartedEvent>, DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(StartupLock.class);
  private static final Duration TIMEOUT = Duration.ofMinutes(10);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final String KEY = "x'7374617274'::bigint"; // "start"

  private final Duration timeout;
  private @Nullable Connection holder;

  StartupLock() {
    this(TIMEOUT);
  }

  StartupLock(Duration timeout) {
    this.timeout = timeout;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String beanName) {
    if (bean instanceof DataSource dataSource && holder == null) {
      try {
        acquire(dataSource);
      } catch (SQLException e) {
        throw new IllegalStateException("the start-up lock cannot be taken", e);
      }
    }
    return bean;
  }

  @Override
  public void onApplicationEvent(ApplicationStartedEvent started) {
    release();
  }

  @Override
  public void destroy() {
    release();
  }

  // polls, since the socket timeout would cut off a wait in the database
  private void acquire(DataSource dataSource) throws SQLException {
    Connection connection = dataSource.getConnection();
    Instant deadline = Instant.now().plus(timeout);
    boolean waited = false;
    while (!query(connection, "SELECT pg_try_advisory_lock(" + KEY + ")")) {
      if (Instant.now().isAfter(deadline)) {
        connection.close();
        throw new IllegalStateException(
            "another replica has been starting for more than " + timeout);
      }
      if (!waited) {
        log.info("waiting until another replica has started");
        waited = true;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    holder = connection;
  }

  private void release() {
    if (holder == null) {
      return;
    }
    try (Connection connection = holder) {
      query(connection, "SELECT pg_advisory_unlock(" + KEY + ")");
    } catch (SQLException e) {
      log.warn("the start-up lock ended with its connection: {}", e.toString());
    } finally {
      holder = null;
    }
  }

  private static boolean query(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var answer = statement.executeQuery(sql)) {
      return answer.next() && answer.getBoolean(1);
    }
  }
}
