package io.baedal.messaging.inbox;

import io.baedal.messaging.clock.ClockSetBack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Starts the listeners, and retries until it succeeds. Spring would start them with the context,
 * and the service would not start while Kafka's host name does not resolve, as when its container
 * is down.
 */
public class ListenerStarter {

  private static final Logger log = LoggerFactory.getLogger(ListenerStarter.class);

  private final KafkaListenerEndpointRegistry listeners;

  public ListenerStarter(KafkaListenerEndpointRegistry listeners) {
    this.listeners = listeners;
  }

  /** Starts each listener that has failed or stopped. */
  @Scheduled(fixedDelayString = "PT5S")
  public void startWhatDoesNotRun() {
    for (MessageListenerContainer listener : listeners.getListenerContainers()) {
      if (!listener.isRunning()) {
        start(listener);
      }
    }
  }

  /**
   * A consumer sends no heartbeat until the clock reaches its old time, so the listeners are
   * restarted.
   */
  @EventListener(ClockSetBack.class)
  public void stopAll() {
    listeners.getListenerContainers().forEach(MessageListenerContainer::stop);
  }

  private static void start(MessageListenerContainer listener) {
    try {
      listener.start();
    } catch (RuntimeException e) {
      log.warn("cannot start listener, trying again: {}", e.toString());
      // a partly started container reports that it runs
      listener.stop();
    }
  }
}
