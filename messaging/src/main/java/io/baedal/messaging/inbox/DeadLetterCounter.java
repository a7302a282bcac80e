package io.baedal.messaging.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Counts this service's dead letters by topic ({@code baedal.dead.letters}). The counter of each
 * consumed topic exists with 0 from the start; otherwise the first dead letter would not appear as
 * an increase.
 */
public class DeadLetterCounter {

  private final ObjectProvider<MeterRegistry> meters;
  private final KafkaListenerEndpointRegistry listeners;

  public DeadLetterCounter(
      ObjectProvider<MeterRegistry> meters, KafkaListenerEndpointRegistry listeners) {
    this.meters = meters;
    this.listeners = listeners;
  }

  /** Counts a dead letter of {@code topic}. */
  public void count(String topic) {
    meters.ifAvailable(registry -> counter(registry, topic).increment());
  }

  @EventListener(ContextRefreshedEvent.class)
  void startAtZero() {
    meters.ifAvailable(
        registry ->
            listeners.getListenerContainers().stream()
                .map(DeadLetterCounter::topics)
                .flatMap(Arrays::stream)
                .forEach(topic -> counter(registry, topic)));
  }

  private static String[] topics(MessageListenerContainer listener) {
    String[] topics = listener.getContainerProperties().getTopics();
    return topics == null ? new String[0] : topics;
  }

  private static Counter counter(MeterRegistry registry, String topic) {
    return Counter.builder("baedal.dead.letters")
        .description("Messages that could not be handled and were moved to the dead letters")
        .tag("topic", topic)
        .register(registry);
  }
}
