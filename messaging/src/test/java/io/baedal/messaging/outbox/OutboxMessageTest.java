package io.baedal.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.messaging.event.AuditEntryRecorded;
import io.baedal.messaging.event.Topics;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutboxMessageTest {

  private static final UUID ORDER = UUID.randomUUID();

  @Test
  void theKeyOfAnOrdersEventIsTheOrder() {
    assertThat(keyOf(Topics.ORDERS, ORDER)).isEqualTo(ORDER.toString());
  }

  @Test
  void theKeyOfAnAuditEntryIsTheService() {
    assertThat(keyOf(Topics.AUDIT, AuditEntryRecorded.KEY)).isEqualTo("payment");
  }

  private static String keyOf(String topic, UUID key) {
    var message = new OutboxMessage(1, UUID.randomUUID(), topic, key, "type", "{}", Instant.EPOCH);
    return message.toRecord("payment").key();
  }
}
