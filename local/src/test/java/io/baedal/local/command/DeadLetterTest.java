package io.baedal.local.command;

import static io.baedal.local.command.DeadLetterFixture.message;
import static io.baedal.local.command.DeadLetterFixture.received;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

class DeadLetterTest {
  private final DeadLettersText text = new DeadLettersText(ZoneOffset.UTC);
  private final DeadLetter letter =
      DeadLetter.of(received(message("id-1", "kitchen", 17))).orElseThrow();

  @Test
  void isReplayedUnchangedToItsTopicForItsGroup() {
    ProducerRecord<byte[], byte[]> replay = letter.replay();

    assertThat(replay.topic()).isEqualTo("meals.v1");
    assertThat(replay.partition()).isNull();
    assertThat(replay.key()).isEqualTo("order-1".getBytes(UTF_8));
    assertThat(replay.value()).isEqualTo("{\"meal\":1}".getBytes(UTF_8));
    assertThat(headers(replay))
        .containsExactly(
            "ce_id=id-1", "ce_type=io.baedal.meal.cooked.v1", "baedal_replay_for=kitchen");
  }

  @Test
  void isMarkedInItsOwnPartition() {
    ProducerRecord<byte[], byte[]> mark = letter.mark();

    assertThat(mark.topic()).isEqualTo(DeadLetterFixture.TOPIC);
    assertThat(mark.partition()).isEqualTo(3);
    assertThat(DeadLetter.replayedBy(received(mark))).contains(letter.origin());
    assertThat(DeadLetter.of(received(mark))).isEmpty();
    assertThat(DeadLetter.replayedBy(letter.message())).isEmpty();
  }

  @Test
  void usesItsPlaceAsIdWhenTheMessageHasNone() {
    ProducerRecord<byte[], byte[]> nameless = message("", "kitchen", 17);
    nameless.headers().remove("ce_id").remove("ce_type");

    DeadLetter found = DeadLetter.of(received(nameless)).orElseThrow();
    assertThat(found.id()).isEqualTo("meals.v1-0@17");
    assertThat(text.line(found)).contains("  ?  ");
  }

  @Test
  void isListedInOneLineWithoutControlCharacters() {
    assertThat(text.line(letter).split(" {2,}"))
        .containsExactly(
            "1970-01-01 00:00:00",
            "id-1",
            "kitchen",
            "meals.v1",
            "meal.cooked.v1",
            "order-1",
            "IllegalStateException: burnt [31mred");
    assertThat(text.details(letter))
        .contains("Message   meals.v1-0@17", "Attempts  9", "burnt\n", "{\"meal\":1}")
        .doesNotContain("\u001b");
  }

  private static List<String> headers(ProducerRecord<?, ?> message) {
    return Arrays.stream(message.headers().toArray())
        .map((Header header) -> header.key() + "=" + new String(header.value(), UTF_8))
        .toList();
  }
}
