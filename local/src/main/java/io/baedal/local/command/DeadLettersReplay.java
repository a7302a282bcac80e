package io.baedal.local.command;

import io.baedal.local.common.LocalFailure;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends dead letters to their topics again. Each is marked once the brokers have stored it. A
 * command killed in between leaves it open; a second replay is then a repeat that the consumer's
 * inbox recognises.
 */
final class DeadLettersReplay implements AutoCloseable {

  private final Producer<byte[], byte[]> producer;
  private int replayed;

  /**
   * @param settings of the Kafka clients
   */
  DeadLettersReplay(Map<String, Object> settings) {
    ByteArraySerializer bytes = new ByteArraySerializer();
    producer = new KafkaProducer<>(settings, bytes, bytes);
  }

  /**
   * Replays one dead letter.
   *
   * @throws LocalFailure if Kafka does not accept it; it stays open
   */
  void replay(DeadLetter letter) {
    try {
      send(letter.replay());
      send(letter.mark());
      replayed++;
    } catch (ExecutionException e) {
      throw new LocalFailure(
          "Replayed %d; then Kafka did not accept %s: %s"
              .formatted(replayed, letter.id(), String.valueOf(e.getCause())),
          e);
    }
  }

  private void send(ProducerRecord<byte[], byte[]> message) throws ExecutionException {
    try {
      producer.send(message).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalFailure("Stopped.");
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
