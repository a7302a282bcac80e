package io.baedal.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ReadFromBeginningTest {

  private static final TopicPartition PARTITION = new TopicPartition("deliveries.v1", 3);

  private final ReadFromBeginning listener = new ReadFromBeginning();
  private final MockConsumer<String, String> consumer =
      new MockConsumer<>(OffsetResetStrategy.EARLIEST);

  @Test
  void readsFromTheBeginningAfterALoss() {
    listener.onLoss();

    assertThat(positionAfterAssignment()).isZero();
  }

  @Test
  void continuesAtItsPositionWithoutALoss() {
    assertThat(positionAfterAssignment()).isEqualTo(21);
  }

  private long positionAfterAssignment() {
    consumer.assign(List.of(PARTITION));
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.seek(PARTITION, 21);
    listener.onPartitionsAssigned(consumer, List.of(PARTITION));
    return consumer.position(PARTITION);
  }
}
