package io.baedal.messaging;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.SEGMENT_MS_CONFIG;

import io.baedal.messaging.event.Topics;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.util.unit.DataSize;

/** The topics, each with its dead-letter topic. */
@Configuration(proxyBeanMethods = false)
class TopicConfiguration {

  /**
   * Eight times the brokers' default; messaging-defaults.properties sets the same limit for
   * producers.
   */
  private static final long DEAD_LETTER_BYTES = DataSize.ofMegabytes(8).toBytes();

  @Bean
  @ConditionalOnProperty(name = "baedal.messaging.listen", matchIfMissing = true)
  TopicCreator topicCreator(
      KafkaAdmin admin,
      ProducerFactory<?, ?> producers,
      ReadFromBeginning readFromBeginning,
      KafkaListenerEndpointRegistry listeners) {
    return new TopicCreator(admin, producers, readFromBeginning, listeners::getListenerContainers);
  }

  @Bean
  ReadFromBeginning readFromBeginning() {
    return new ReadFromBeginning();
  }

  @Bean
  NewTopics topics(MessagingProperties properties) {
    return new NewTopics(
        Topics.ALL.stream()
            .flatMap(topic -> Stream.of(topic(topic, properties), deadLetters(topic, properties)))
            .map(TopicBuilder::build)
            .toArray(NewTopic[]::new));
  }

  private static TopicBuilder topic(String name, MessagingProperties properties) {
    return TopicBuilder.name(name)
        .partitions(properties.partitions())
        .replicas(properties.replicas());
  }

  private static TopicBuilder deadLetters(String topic, MessagingProperties properties) {
    return topic(Topics.deadLetter(topic), properties)
        .config(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_DELETE)
        .config(RETENTION_MS_CONFIG, millis(properties.deadLetterRetention()))
        // brokers delete segments, so a dead letter is kept for at most one day longer
        .config(SEGMENT_MS_CONFIG, millis(Duration.ofDays(1)))
        // large enough for each message of its topic with the reason added
        .config(MAX_MESSAGE_BYTES_CONFIG, Long.toString(DEAD_LETTER_BYTES));
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
