package io.baedal.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MessagingPropertiesTest {

  @Test
  void refusesAnInboxRetentionShorterThanThatOfDeadLetters() {
    assertThatThrownBy(() -> retentions(15, 14))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("baedal.messaging.inbox-retention");
    assertThat(retentions(16, 14).deadLetterRetention()).isEqualTo(Duration.ofDays(14));
  }

  private static MessagingProperties retentions(int inboxDays, int deadLetterDays) {
    return new MessagingProperties(
        500,
        Duration.ofMillis(40),
        Duration.ofSeconds(2),
        Duration.ofDays(inboxDays),
        true,
        8,
        6,
        (short) -1,
        Duration.ofDays(deadLetterDays));
  }
}
