package io.baedal.orchestrator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import io.baedal.messaging.event.DeliveryCompleted;
import io.baedal.messaging.event.DeliveryPickedUp;
import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.event.EventType;
import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.OrderStatusChanged;
import io.baedal.messaging.event.StoreAccepted;
import io.baedal.messaging.event.Topics;
import io.baedal.messaging.inbox.EventReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Simulates the users of orchestrators over Kafka: places orders, reacts to changes of status as
 * stores and couriers do, and records each published status.
 */
final class SimulatedUsers implements AutoCloseable {

  private final ObjectMapper json =
      JsonMapper.builder()
          .addModules(new JavaTimeModule(), new ParameterNamesModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();
  private final EventReader reader = new EventReader(json);
  private final Map<UUID, List<OrderStatusChanged>> changes = new ConcurrentHashMap<>();
  private final KafkaProducer<String, String> producer;
  private final KafkaConsumer<String, String> consumer;
  private final Thread thread = new Thread(this::read, "users");
  private volatile boolean reacting;
  private volatile boolean closed;

  SimulatedUsers(String brokers) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", brokers), new StringSerializer(), new StringSerializer());
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", brokers, "group.id", "users", "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new StringDeserializer());
    consumer.subscribe(List.of(Topics.ORDER_STATUS));
    thread.start();
  }

  /** Makes stores accept, and couriers pick up and deliver. */
  void startReacting() {
    reacting = true;
  }

  void stopReacting() {
    reacting = false;
  }

  void place(UUID orderId) {
    send(OrderFixture.order(orderId));
  }

  /** The statuses of an order in the order of arrival, including repeats. */
  List<OrderStatus> timeline(UUID orderId) {
    return changes.getOrDefault(orderId, List.of()).stream()
        .map(OrderStatusChanged::status)
        .toList();
  }

  private void read() {
    while (!closed) {
      consumer.poll(Duration.ofMillis(100)).forEach(this::note);
    }
    consumer.close();
  }

  private void note(ConsumerRecord<String, String> message) {
    var event = reader.read(message).orElseThrow().event();
    if (event instanceof OrderStatusChanged change) {
      UUID id = change.orderId();
      changes.computeIfAbsent(id, any -> new CopyOnWriteArrayList<>()).add(change);
      if (reacting && change.status() == OrderStatus.STORE_REQUESTED) {
        send(new StoreAccepted(id, "store-1", Instant.EPOCH));
      }
      if (reacting && change.status() == OrderStatus.DELIVERY_STARTED) {
        send(new DeliveryPickedUp(id, Instant.EPOCH));
        send(new DeliveryCompleted(id, Instant.EPOCH));
      }
    }
  }

  private void send(DomainEvent event) {
    EventType type = EventType.of(event);
    var message = new ProducerRecord<>(type.topic(), event.orderId().toString(), write(event));
    message.headers().add("ce_id", UUID.randomUUID().toString().getBytes(UTF_8));
    message.headers().add("ce_type", type.wireName().getBytes(UTF_8));
    producer.send(message);
  }

  private String write(DomainEvent event) {
    try {
      return json.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    producer.close();
  }
}
