package io.baedal.messaging;

import java.time.Duration;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * Makes listeners read from the beginning after Kafka has lost its data. A commit in progress can
 * write an offset of the lost topics to the new ones; the group would start there and skip
 * republished events. Repeats have no effect.
 */
final class ReadFromBeginning implements ConsumerAwareRebalanceListener {

  /** The time in which a group has rebalanced and each of its instances has noticed the loss. */
  private static final Duration AFTER_LOSS = Duration.ofMinutes(1);

  private volatile long end = System.nanoTime();

  /** The topics were recreated; applies to the assignments of the next minute. */
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
