package io.baedal.messaging;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.Scheduled;

/** Creates the topics that are missing, as soon as Kafka is there; the service does not wait. */
class TopicCreator {

  private static final Logger log = LoggerFactory.getLogger(TopicCreator.class);

  private final KafkaAdmin admin;
  private volatile boolean created;

  TopicCreator(KafkaAdmin admin) {
    this.admin = admin;
  }

  @Scheduled(fixedDelayString = "PT5S")
  void createOnce() {
    if (created) {
      return;
    }
    try {
      created = admin.initialize();
    } catch (RuntimeException e) {
      log.warn("no topics created yet: {}", e.toString());
    }
  }
}
