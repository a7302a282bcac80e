package io.baedal.messaging.inbox;

import io.baedal.messaging.clock.ClockSetBack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Starts the listeners, and tries again until it works. Spring would start them with the context,
 * and the service would not come up while Kafka's host name does not resolve, as is the case when
 * its container is down.
 */
public class ListenerStarter {

  private static final Logger log = LoggerFactory.getLogger(ListenerStarter.class);

  private final KafkaListenerEndpointRegistry listeners;

  public ListenerStarter(KafkaListenerEndpointRegistry listeners) {
    this.listeners = listeners;
  }

  /** Tries what has failed, or stopped, once more. */
  @Scheduled(fixedDelayString = "PT5S")
  public void startWhatDoesNotRun() {
    for (MessageListenerContainer listener : listeners.getListenerContainers()) {
      if (!listener.isRunning()) {
        start(listener);
      }
    }
  }

  /** A consumer sends no heartbeat until the clock is where it was; new ones are started soon. */
  @EventListener(ClockSetBack.class)
  public void stopAll() {
    listeners.getListenerContainers().forEach(MessageListenerContainer::stop);
  }

  private static void start(MessageListenerContainer listener) {
    try {
      listener.start();
    } catch (RuntimeException e) {
      log.warn("no events from Kafka yet: {}", e.toString());
      // a half started container says that it runs
      listener.stop();
    }
  }
}
