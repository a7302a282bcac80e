package io.baedal.messaging;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.baedal.messaging.outbox.OutboxRelay;
import io.baedal.messaging.outbox.OutboxSender;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.SendResult;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A relay with its own connection and producer, as in a separate process. In the middle of a batch
 * it stops and waits for its end.
 */
final class MortalRelay implements AutoCloseable {

  static final int BATCH = 20;

  /** How a relay can end. */
  enum Death {
    /** It never continues. */
    KILLED,
    /** It does not know that it has lost its lock, and continues its batch when it is thawed. */
    FROZEN
  }

  /**
   * When a relay dies.
   *
   * @param batch the earliest batch in which it dies, counted from 0
   * @param sent how many messages of that batch it has sent
   */
  record Fate(int batch, int sent, Death death) {}

  private final String name;
  private final Fate fate;
  private final Consumer<MortalRelay> onDeath;
  private final Runnable onSend;
  private final HikariDataSource database;
  private final DefaultKafkaProducerFactory<String, String> producers;
  private final OutboxRelay relay;
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicBoolean dead = new AtomicBoolean();

  /**
   * @param name of the database connection
   * @param onDeath called when it stops in the middle of a batch
   * @param onSend called for each message that is sent
   */
  MortalRelay(
      String name,
      DataSourceProperties database,
      ProducerFactory<String, String> producers,
      Fate fate,
      Consumer<MortalRelay> onDeath,
      Runnable onSend) {
    this.name = name;
    this.fate = fate;
    this.onDeath = onDeath;
    this.onSend = onSend;
    this.database = connect(name, database);
    this.producers = new DefaultKafkaProducerFactory<>(producers.getConfigurationProperties());
    this.producers.setPhysicalCloseTimeout(0);
    this.relay =
        new OutboxRelay(
            JdbcClient.create(this.database),
            new TransactionTemplate(new JdbcTransactionManager(this.database)),
            new OutboxSender(new MortalTemplate(), "messaging-test"),
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
  void ends() {
    if (fate.death() == Death.KILLED) {
      producers.destroy();
      database.close();
    }
  }

  /** Lets a frozen relay continue as if nothing had happened. */
  void thaw() {
    if (dead.get() && fate.death() == Death.FROZEN) {
      end.countDown();
    }
  }

  @Override
  public void close() {
    end.countDown();
    relay.stop();
    database.close();
    producers.destroy();
  }

  private void die() {
    onDeath.accept(this);
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (fate.death() == Death.KILLED) {
      throw new IllegalStateException("killed");
    }
  }

  /** Used only by the relay's thread. */
  private final class MortalTemplate extends KafkaTemplate<String, String> {

    private int batch;
    private int sent;

    MortalTemplate() {
      super(producers);
    }

    @Override
    public CompletableFuture<SendResult<String, String>> send(ProducerRecord<String, String> one) {
      if (batch >= fate.batch() && sent >= fate.sent() && dead.compareAndSet(false, true)) {
        die();
      }
      sent++;
      onSend.run();
      return super.send(one);
    }

    @Override
    public void flush() {
      super.flush();
      batch++;
      sent = 0;
      if (dead.get()) {
        // its connection is cut; another one would let it take the lock from the live relays
        database.close();
      }
    }
  }
}
