package io.baedal.messaging;

import java.time.Duration;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * Has listeners read from the beginning after Kafka has lost its data. A commit that was under way
 * can put an offset of the lost topics into the new ones; the group would begin there, and pass
 * over what was published again. Repeats have no effect.
 */
final class ReadFromBeginning implements ConsumerAwareRebalanceListener {

  /** In which a group has come together again, and each of its instances has seen the loss. */
  private static final Duration AFTER_LOSS = Duration.ofMinutes(1);

  private volatile long end = System.nanoTime();

  /** The topics are others than before; holds for the assignments of the next minute. */
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
