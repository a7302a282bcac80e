package io.baedal.messaging;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import io.baedal.messaging.clock.ClockWatch;
import io.baedal.messaging.inbox.EventReader;
import io.baedal.messaging.inbox.Inbox;
import io.baedal.messaging.inbox.ListenerStarter;
import io.baedal.messaging.outbox.JdbcOutbox;
import io.baedal.messaging.outbox.Outbox;
import io.baedal.messaging.outbox.OutboxMetrics;
import io.baedal.messaging.outbox.OutboxRelay;
import io.baedal.messaging.outbox.OutboxSender;
import io.baedal.messaging.republication.EventSource;
import io.baedal.messaging.republication.Republication;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.kafka.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.boot.autoconfigure.kafka.KafkaAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.ProducerListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Outbox, inbox, republication, retention, topics and migrations for a service with a database and
 * Kafka.
 */
@AutoConfiguration(before = KafkaAutoConfiguration.class)
@EnableConfigurationProperties(MessagingProperties.class)
@EnableScheduling
@Import({
  DeadLetterConfiguration.class,
  MigrationConfiguration.class,
  RetentionConfiguration.class,
  TopicConfiguration.class
})
@PropertySource("classpath:io/baedal/messaging/messaging-defaults.properties")
public class MessagingAutoConfiguration {

  /** All services serialize events in the same way, independent of their REST bodies. */
  private static final ObjectMapper EVENT_JSON =
      JsonMapper.builder()
          .addModules(new JavaTimeModule(), new ParameterNamesModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /**
   * PostgreSQL stores microseconds. An event that is rebuilt from a row must have the same content.
   */
  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
  }

  @Bean
  ClockWatch clockWatch(ApplicationEventPublisher events) {
    return new ClockWatch(System::currentTimeMillis, System::nanoTime, events);
  }

  @Bean
  EventReader eventReader() {
    return new EventReader(EVENT_JSON);
  }

  @Bean
  Outbox outbox(JdbcClient jdbc, Clock clock, ObjectProvider<OutboxRelay> relay) {
    return new JdbcOutbox(jdbc, EVENT_JSON, clock, () -> relay.getObject().wake());
  }

  /** A producer that is closed sends nothing more; see {@link OutboxSender}. */
  @Bean
  DefaultKafkaProducerFactoryCustomizer closeAtOnce() {
    return producers -> producers.setPhysicalCloseTimeout(0);
  }

  @Bean
  OutboxRelay outboxRelay(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      ProducerFactory<String, String> producers,
      MessagingProperties properties,
      Environment environment) {
    String source = environment.getRequiredProperty("spring.application.name");
    return new OutboxRelay(
        jdbc,
        new TransactionTemplate(transactions),
        new OutboxSender(producers, source),
        new OutboxRelay.Pace(
            properties.batchSize(), properties.relayInterval(), properties.pollInterval()));
  }

  @Bean
  Republication republication(ObjectProvider<EventSource> sources, Outbox outbox, JdbcClient jdbc) {
    return new Republication(sources.orderedStream().toList(), outbox, jdbc);
  }

  @Bean
  OutboxMetrics outboxMetrics(JdbcClient jdbc) {
    return new OutboxMetrics(jdbc);
  }

  @Bean
  Inbox inbox(JdbcClient jdbc) {
    return new Inbox(jdbc);
  }

  @Bean
  @ConditionalOnProperty(name = "baedal.messaging.listen", matchIfMissing = true)
  ListenerStarter listenerStarter(KafkaListenerEndpointRegistry listeners) {
    return new ListenerStarter(listeners);
  }

  /** Replaces Boot's listener, which logs payloads. Each sender checks the outcome itself. */
  @Bean
  ProducerListener<Object, Object> quietProducerListener() {
    return new ProducerListener<>() {};
  }
}
