package io.baedal.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.baedal.messaging.event.Event;
import io.baedal.messaging.event.EventType;
import io.baedal.messaging.event.OrderPlaced;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

/**
 * Payloads of events of all versions: {@code TYPE--WHEN.json}. They stay readable, and are
 * serialized to the same bytes, which determine the id of a republished event. Add a sample for
 * each new field; do not change an existing one.
 */
class EventSamplesTest {

  private static final Path SAMPLES = Path.of("src/test/resources/events");

  /** Configured like Spring Boot's. */
  private final ObjectMapper json =
      Jackson2ObjectMapperBuilder.json()
          .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isReadAndWrittenWithTheSameBytes(Path sample) throws IOException {
    String payload = Files.readString(sample).strip();

    Event event = json.readValue(payload, type(sample).payload());

    assertThat(json.writeValueAsString(event)).isEqualTo(payload);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void keepsItsId(Path sample) throws IOException {
    Properties ids = new Properties();
    try (var reader = Files.newBufferedReader(SAMPLES.resolve("ids.properties"))) {
      ids.load(reader);
    }

    String payload = Files.readString(sample).strip();

    assertThat(EventId.of(type(sample).wireName(), payload))
        .hasToString(ids.getProperty(name(sample)));
  }

  @Test
  void thereIsASampleOfEachType() throws IOException {
    assertThat(samples().stream().map(EventSamplesTest::type).distinct())
        .containsExactlyInAnyOrder(EventType.values());
  }

  /** Otherwise a change of the field would not be detected. */
  @ParameterizedTest
  @MethodSource("io.baedal.messaging.event.EventType#values")
  void thereIsASampleWithEachFieldOfAType(EventType type) throws IOException {
    List<String> payloads =
        samples().stream().filter(sample -> type(sample) == type).map(this::read).toList();

    assertThat(Arrays.stream(type.payload().getRecordComponents()))
        .allSatisfy(
            field ->
                assertThat(payloads)
                    .anyMatch(payload -> payload.contains("\"" + field.getName() + "\":")));
  }

  @Test
  void omitsOptionsThatAreEmpty() {
    assertThat(Stream.of(List.<String>of(), (List<String>) null))
        .allSatisfy(
            options ->
                assertThat(json.writeValueAsString(new OrderPlaced.Item("APPLE", 2, 9000, options)))
                    .isEqualTo("{\"productName\":\"APPLE\",\"quantity\":2,\"unitPrice\":9000}"));
  }

  private String read(Path sample) {
    try {
      return Files.readString(sample);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EventType type(Path sample) {
    return EventType.named(name(sample).split("--")[0]).orElseThrow();
  }

  private static String name(Path sample) {
    return sample.getFileName().toString().replace(".json", "");
  }
}
