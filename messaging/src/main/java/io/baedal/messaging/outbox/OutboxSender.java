package io.baedal.messaging.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Sends a batch of the outbox and waits until the brokers have stored it.
 *
 * <p>An idempotent producer keeps the order of its messages as long as it gives up none: after one
 * has expired, the producer still sends those behind it. So the producers never give a message up
 * ({@code delivery.timeout.ms}). When a batch takes too long, its producer is closed without a
 * timeout, and what it has not sent by then is never sent.
 */
public final class OutboxSender {

  private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);

  /** Longer than the election of a leader. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final ProducerFactory<String, String> producers;
  private final String source;
  private final Duration patience;

  /**
   * @param producers with an unlimited {@code delivery.timeout.ms}; their reset closes at once
   * @param source the name of the service in the {@code ce_source} header of events
   */
  public OutboxSender(ProducerFactory<String, String> producers, String source) {
    this(producers, source, PATIENCE);
  }

  OutboxSender(ProducerFactory<String, String> producers, String source, Duration patience) {
    this.producers = producers;
    this.source = source;
    this.patience = patience;
  }

  /**
   * Sends {@code messages} in their order.
   *
   * @return the ids of the accepted messages; if a message failed, later messages of its order are
   *     not included, so that they are resent after it
   */
  List<Long> send(List<OutboxMessage> messages) {
    List<Future<RecordMetadata>> sends;
    Exception failure;
    try (Producer<String, String> producer = producers.createProducer()) {
      sends = begin(producer, messages);
      failure = await(sends);
    }
    if (failure != null) {
      producers.reset();
      OutboxMessage first = messages.get(0);
      log.warn(
          "Kafka did not accept a batch from {} {} on: {}",
          first.type(),
          first.eventId(),
          failure.toString());
    }
    return accepted(messages, sends);
  }

  private List<Future<RecordMetadata>> begin(
      Producer<String, String> producer, List<OutboxMessage> messages) {
    List<Future<RecordMetadata>> sends = new ArrayList<>();
    for (OutboxMessage message : messages) {
      Future<RecordMetadata> sending = producer.send(message.toRecord(source));
      sends.add(sending);
      if (sending.isDone() && !isAccepted(sending)) {
        // no broker is available: each further message would wait as long as this one
        break;
      }
    }
    return sends;
  }

  /** Waits for all; returns why that failed. */
  private @Nullable Exception await(List<Future<RecordMetadata>> sends) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      for (Future<RecordMetadata> sending : sends) {
        sending.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      }
      return null;
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      return e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return e;
    }
  }

  private static List<Long> accepted(
      List<OutboxMessage> messages, List<Future<RecordMetadata>> sends) {
    List<Long> accepted = new ArrayList<>();
    Set<UUID> failedOrders = new HashSet<>();
    for (int i = 0; i < sends.size(); i++) {
      OutboxMessage message = messages.get(i);
      if (!isAccepted(sends.get(i))) {
        failedOrders.add(message.orderId());
      } else if (!failedOrders.contains(message.orderId())) {
        accepted.add(message.id());
      }
    }
    return accepted;
  }

  private static boolean isAccepted(Future<RecordMetadata> sending) {
    if (!sending.isDone() || sending.isCancelled()) {
      return false;
    }
    try {
      sending.get();
      return true;
    } catch (ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
