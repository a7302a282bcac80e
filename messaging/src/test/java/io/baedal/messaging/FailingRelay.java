package io.baedal.messaging;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.baedal.messaging.outbox.OutboxRelay;
import io.baedal.messaging.outbox.OutboxSender;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A relay with its own connection and producer, as in a separate process. It fails in the middle of
 * a batch.
 */
final class FailingRelay implements AutoCloseable {

  static final int BATCH = 20;

  /** How a relay fails. */
  enum Failure {
    /** It never continues. */
    KILLED,
    /** It does not detect that it has lost its lock, and continues its batch when it is thawed. */
    FROZEN
  }

  /**
   * When a relay fails.
   *
   * @param batch the earliest batch in which it fails, counted from 0
   * @param sent the number of messages of that batch that it has sent
   */
  record FailurePoint(int batch, int sent, Failure failure) {}

  private final String name;
  private final FailurePoint failurePoint;
  private final Consumer<FailingRelay> onFailure;
  private final Runnable onSend;
  private final HikariDataSource database;
  private final DefaultKafkaProducerFactory<String, String> producers;
  private final OutboxRelay relay;
  private final CountDownLatch resume = new CountDownLatch(1);
  private final AtomicBoolean hasFailed = new AtomicBoolean();

  /**
   * @param name of the database connection
   * @param onFailure called when it stops in the middle of a batch
   * @param onSend called for each message that is sent
   */
  FailingRelay(
      String name,
      DataSourceProperties database,
      ProducerFactory<String, String> producers,
      FailurePoint failurePoint,
      Consumer<FailingRelay> onFailure,
      Runnable onSend) {
    this.name = name;
    this.failurePoint = failurePoint;
    this.onFailure = onFailure;
    this.onSend = onSend;
    this.database = connect(name, database);
    this.producers = new DefaultKafkaProducerFactory<>(producers.getConfigurationProperties());
    this.producers.setPhysicalCloseTimeout(0);
    this.relay =
        new OutboxRelay(
            JdbcClient.create(this.database),
            new TransactionTemplate(new JdbcTransactionManager(this.database)),
            new OutboxSender(new FailingProducers(), "messaging-test"),
            new OutboxRelay.Pace(BATCH, Duration.ZERO, Duration.ofMillis(50)));
  }

  private static HikariDataSource connect(String name, DataSourceProperties database) {
    var config = new HikariConfig();
    config.setJdbcUrl(database.getUrl());
    config.setUsername(database.getUsername());
    config.setPassword(database.getPassword());
    config.setMaximumPoolSize(1);
    config.addDataSourceProperty("ApplicationName", name);
    return new HikariDataSource(config);
  }

  String name() {
    return name;
  }

  void start() {
    relay.start();
  }

  /** A killed relay loses its unsent events; a frozen relay waits until it is thawed. */
  void kill() {
    if (failurePoint.failure() == Failure.KILLED) {
      producers.destroy();
      database.close();
    }
  }

  /** Lets a frozen relay continue. */
  void thaw() {
    if (hasFailed.get() && failurePoint.failure() == Failure.FROZEN) {
      resume.countDown();
    }
  }

  @Override
  public void close() {
    resume.countDown();
    relay.stop();
    database.close();
    producers.destroy();
  }

  private void fail() {
    onFailure.accept(this);
    try {
      resume.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (failurePoint.failure() == Failure.KILLED) {
      throw new IllegalStateException("killed");
    }
  }

  /** Used only by the relay's thread. It gets a producer for each batch, and closes it after it. */
  private final class FailingProducers implements ProducerFactory<String, String> {

    private int batch = -1;
    private int sent;

    @Override
    @SuppressWarnings("unchecked")
    public Producer<String, String> createProducer() {
      batch++;
      sent = 0;
      Producer<String, String> producer = producers.createProducer();
      return (Producer<String, String>)
          Proxy.newProxyInstance(
              Producer.class.getClassLoader(),
              new Class<?>[] {Producer.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("send")) {
                  beforeSend();
                } else if (method.getName().equals("close") && hasFailed.get()) {
                  // its connection is terminated; with a new one it could take the lock of a live
                  // relay
                  database.close();
                }
                return method.invoke(producer, arguments);
              });
    }

    private void beforeSend() {
      if (batch >= failurePoint.batch()
          && sent >= failurePoint.sent()
          && hasFailed.compareAndSet(false, true)) {
        fail();
      }
      sent++;
      onSend.run();
    }

    @Override
    public void reset() {
      producers.reset();
    }
  }
}
