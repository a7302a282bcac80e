package io.baedal.messaging;

import io.baedal.messaging.database.DatabaseProbe;
import io.baedal.messaging.inbox.DeadLetterCounter;
import io.baedal.messaging.inbox.DeadLetters;
import io.baedal.messaging.inbox.MessageBatches;
import io.baedal.messaging.inbox.ReplayFilter;
import io.baedal.messaging.inbox.RetryPolicy;
import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;

/** Configures the error handling of Spring Boot's listener containers. */
@Configuration(proxyBeanMethods = false)
class DeadLetterConfiguration {

  @Bean
  DeadLetterCounter deadLetterCounter(
      ObjectProvider<MeterRegistry> meters, KafkaListenerEndpointRegistry listeners) {
    return new DeadLetterCounter(meters, listeners);
  }

  @Bean
  DefaultErrorHandler messageErrorHandler(
      KafkaTemplate<String, String> kafka,
      DeadLetterCounter counter,
      DataSource database,
      MessagingProperties properties) {
    return RetryPolicy.errorHandler(
        properties.retries(), new DatabaseProbe(database), new DeadLetters(kafka, counter::count));
  }

  @Bean
  MessageBatches messageBatches(DefaultErrorHandler errorHandler) {
    return new MessageBatches(errorHandler);
  }

  @Bean
  ReplayFilter replayFilter() {
    return new ReplayFilter();
  }

  /**
   * Adds the number of attempts to dead letters, and reads from the beginning after Kafka has lost
   * its data.
   */
  @Bean
  ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>>
      listenerContainers(ReadFromBeginning readFromBeginning) {
    return container -> {
      container.getContainerProperties().setDeliveryAttemptHeader(true);
      container.getContainerProperties().setConsumerRebalanceListener(readFromBeginning);
    };
  }
}
