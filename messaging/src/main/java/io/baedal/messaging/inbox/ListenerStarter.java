package io.baedal.messaging.inbox;

import io.baedal.messaging.clock.ClockSetBack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Starts the listeners, and retries until it succeeds. If Spring started them with the context, the
 * service would not start while Kafka's host name does not resolve, for example while its container
 * is down.
 */
public class ListenerStarter {

  private static final Logger log = LoggerFactory.getLogger(ListenerStarter.class);

  private final KafkaListenerEndpointRegistry listeners;

  public ListenerStarter(KafkaListenerEndpointRegistry listeners) {
    this.listeners = listeners;
  }

  /** Starts each listener that is not running. */
  @Scheduled(fixedDelayString = "PT5S")
  public void startStopped() {
    for (MessageListenerContainer listener : listeners.getListenerContainers()) {
      if (!listener.isRunning()) {
        start(listener);
      }
    }
  }

  /**
   * Stops the listeners so that they are restarted: a consumer sends no heartbeat until the clock
   * reaches its previous time.
   */
  @EventListener(ClockSetBack.class)
  public void stopAll() {
    listeners.getListenerContainers().forEach(MessageListenerContainer::stop);
  }

  private static void start(MessageListenerContainer listener) {
    try {
      listener.start();
    } catch (RuntimeException e) {
      log.warn("cannot start listener, retrying: {}", e.toString());
      // a partly started container reports that it runs
      listener.stop();
    }
  }
}
