package io.baedal.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.KafkaHeaders;

class MessageBatchesTest {

  private static final int ATTEMPT = 3;

  private final MessageBatches batches = new MessageBatches(place -> ATTEMPT);
  private final List<List<String>> handled = new ArrayList<>();

  @Test
  void handlesABatch() {
    batches.handle(messages("a", "b", "c"), this::handle);

    assertThat(handled).containsExactly(List.of("a", "b", "c"));
  }

  @Test
  void handlesEachMessageOfAFailedBatch() {
    var messages = messages("a", "bad", "c");

    assertThatThrownBy(() -> batches.handle(messages, this::handle))
        .isInstanceOfSatisfying(
            BatchListenerFailedException.class,
            failure -> assertThat(failure.getRecord()).isSameAs(messages.get(1)))
        .hasCauseInstanceOf(IllegalArgumentException.class);

    assertThat(handled).containsExactly(List.of("a"));
    var attempt = messages.get(1).headers().lastHeader(KafkaHeaders.DELIVERY_ATTEMPT);
    assertThat(ByteBuffer.wrap(attempt.value()).getInt()).isEqualTo(ATTEMPT);
  }

  private void handle(List<ConsumerRecord<String, String>> messages) {
    List<String> keys = messages.stream().map(ConsumerRecord::key).toList();
    if (keys.contains("bad")) {
      throw new IllegalArgumentException("bad");
    }
    handled.add(keys);
  }

  private static List<ConsumerRecord<String, String>> messages(String... keys) {
    List<ConsumerRecord<String, String>> messages = new ArrayList<>();
    for (String key : keys) {
      messages.add(new ConsumerRecord<>("topic", 0, messages.size(), key, "of " + key));
    }
    return messages;
  }
}
