package io.baedal.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.ProducerFactory;

class OutboxSenderTest {

  private static final UUID ORDER = new UUID(1, 1);
  private static final UUID OTHER = new UUID(2, 2);

  /** Each answers by a script; a reset ends the current one. */
  private final class Producers implements ProducerFactory<String, String> {

    private MockProducer<String, String> current = producer();
    private int resets;

    @Override
    public Producer<String, String> createProducer() {
      return current;
    }

    @Override
    public void reset() {
      resets++;
      current.close(Duration.ZERO);
      current = producer();
    }

    private MockProducer<String, String> producer() {
      return new MockProducer<>(
          false, new RoundRobinPartitioner(), new StringSerializer(), new StringSerializer()) {

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, String> message) {
          var sending = super.send(message);
          outcomes.remove(0).accept(this);
          return sending;
        }

        /** As {@code CloseSafeProducer}, which the factory closes. */
        @Override
        public void close() {}
      };
    }
  }

  private final List<Consumer<MockProducer<String, String>>> outcomes = new ArrayList<>();
  private final Producers producers = new Producers();
  private final OutboxSender sender = new OutboxSender(producers, "test", Duration.ofMillis(50));

  @Test
  void returnsWhatIsAccepted() {
    outcomes(MockProducer::completeNext, MockProducer::completeNext);

    assertThat(sender.send(messages(ORDER, ORDER))).containsExactly(0L, 1L);
    assertThat(producers.resets).isZero();
  }

  /**
   * A producer that is not closed would send the second message after it has given up the first.
   */
  @Test
  void closesAProducerThatDoesNotSendInTime() {
    outcomes(MockProducer::completeNext, producer -> {}, producer -> {});
    MockProducer<String, String> first = producers.current;

    assertThat(sender.send(messages(ORDER, ORDER, OTHER))).containsExactly(0L);

    assertThat(first.closed()).isTrue();
    outcomes(MockProducer::completeNext);
    assertThat(sender.send(messages(ORDER))).containsExactly(0L);
    assertThat(producers.resets).isEqualTo(1);
  }

  @Test
  void keepsLaterMessagesOfAnOrderBehindAFailedOne() {
    outcomes(
        producer -> {},
        producer -> {
          producer.errorNext(new TimeoutException("lost"));
          producer.completeNext();
        },
        MockProducer::completeNext);

    assertThat(sender.send(messages(ORDER, ORDER, OTHER))).containsExactly(2L);
    assertThat(producers.resets).isEqualTo(1);
  }

  /** Each further message would wait as long as the first one. */
  @Test
  void sendsNothingFurtherWithoutABroker() {
    outcomes(producer -> producer.errorNext(new TimeoutException("no broker")));

    assertThat(sender.send(messages(ORDER, OTHER))).isEmpty();
    assertThat(outcomes).isEmpty();
  }

  @SafeVarargs
  private void outcomes(Consumer<MockProducer<String, String>>... next) {
    outcomes.clear();
    outcomes.addAll(List.of(next));
  }

  private static List<OutboxMessage> messages(UUID... orders) {
    return LongStream.range(0, orders.length)
        .mapToObj(
            id ->
                new OutboxMessage(
                    id, UUID.randomUUID(), "topic", orders[(int) id], "type", "{}", Instant.EPOCH))
        .toList();
  }
}
