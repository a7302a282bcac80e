package io.baedal.messaging;

import java.time.Duration;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * Makes listeners read from the beginning after Kafka has lost its data. A commit in progress can
 * write an offset of the lost topics to the new ones; the group would start there and skip
 * republished events. Duplicates have no effect.
 */
final class ReadFromBeginning implements ConsumerAwareRebalanceListener {

  /** Within this time each instance has noticed the loss and the group has rebalanced. */
  private static final Duration AFTER_LOSS = Duration.ofMinutes(1);

  private volatile long end = System.nanoTime();

  /** Called when the topics were recreated. Applies to assignments within the next minute. */
  void onLoss() {
    end = System.nanoTime() + AFTER_LOSS.toNanos();
  }

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    if (System.nanoTime() - end < 0) {
      consumer.seekToBeginning(partitions);
    }
  }
}
