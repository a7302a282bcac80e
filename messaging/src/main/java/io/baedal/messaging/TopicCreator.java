package io.baedal.messaging;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.baedal.messaging.clock.ClockSetBack;
import io.baedal.messaging.event.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Creates missing topics as soon as Kafka is available; the service does not wait. It keeps
 * checking, since Kafka can return without its data.
 */
class TopicCreator implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(TopicCreator.class);

  private static final List<String> NAMES =
      Topics.ALL.stream().flatMap(topic -> Stream.of(topic, Topics.deadLetter(topic))).toList();

  private final KafkaAdmin creator;
  private final ProducerFactory<?, ?> producers;
  private final ReadFromBeginning readFromBeginning;
  private final Supplier<Collection<MessageListenerContainer>> listeners;
  private @Nullable Admin reader;

  /** The id of each topic; a recreated topic has another id. */
  private volatile Map<String, Uuid> known = Map.of();

  TopicCreator(
      KafkaAdmin creator,
      ProducerFactory<?, ?> producers,
      ReadFromBeginning readFromBeginning,
      Supplier<Collection<MessageListenerContainer>> listeners) {
    this.creator = creator;
    this.producers = producers;
    this.readFromBeginning = readFromBeginning;
    this.listeners = listeners;
  }

  @Scheduled(fixedDelayString = "PT5S")
  void createMissing() {
    try {
      Optional<Map<String, Uuid>> found = known.isEmpty() ? Optional.empty() : read();
      if (found.isEmpty()) {
        creator.initialize();
        found = read();
      }
      found.ifPresent(this::detectLoss);
    } catch (ExecutionException | RuntimeException e) {
      log.warn("topics cannot be created or checked: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the ids of the topics are known, so that a loss of the topics is noticed. */
  boolean knowsTopics() {
    return !known.isEmpty();
  }

  /** Replaces Kafka's clients, whose timers stop until the clock reaches its previous time. */
  @EventListener(ClockSetBack.class)
  void renewClients() {
    producers.reset();
    destroy();
  }

  private void detectLoss(Map<String, Uuid> all) {
    var found = new HashMap<>(all);
    // the loss of a dead-letter topic alone loses no event
    found.keySet().retainAll(Topics.ALL);
    if (!known.isEmpty() && !known.equals(found)) {
      log.error("Kafka has lost its data; see kafka-has-lost-its-data in docs/runbook.md");
      // the broker can assign the id of a running producer to another one, and then treats
      // messages of one as duplicates of the other's
      producers.reset();
      readFromBeginning.onLoss();
      listeners.get().forEach(MessageListenerContainer::enforceRebalance);
    }
    known = Map.copyOf(found);
  }

  /** Empty if a topic is missing. */
  private Optional<Map<String, Uuid>> read() throws ExecutionException, InterruptedException {
    try {
      return Optional.of(
          reader().describeTopics(NAMES).allTopicNames().get().entrySet().stream()
              .collect(toUnmodifiableMap(Map.Entry::getKey, topic -> topic.getValue().topicId())));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private synchronized Admin reader() {
    Admin open = reader;
    if (open == null) {
      open = Admin.create(creator.getConfigurationProperties());
      reader = open;
    }
    return open;
  }

  @Override
  public synchronized void destroy() {
    if (reader != null) {
      reader.close(Duration.ZERO);
      reader = null;
    }
  }
}
