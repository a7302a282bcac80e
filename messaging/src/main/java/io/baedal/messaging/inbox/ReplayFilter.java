package io.baedal.messaging.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.springframework.kafka.listener.adapter.RecordFilterStrategy;
import org.springframework.kafka.support.KafkaUtils;

/**
 * Skips dead letters that are replayed for another consumer group. A replay is sent to the original
 * topic, where all groups receive it, with a header that names its group. The other groups have
 * already handled it.
 */
public final class ReplayFilter implements RecordFilterStrategy<Object, Object> {

  /** The header that names the consumer group. */
  public static final String REPLAY_FOR = "baedal_replay_for";

  @Override
  public boolean filter(ConsumerRecord<Object, Object> message) {
    Header group = message.headers().lastHeader(REPLAY_FOR);
    return group != null
        && !new String(group.value(), UTF_8).equals(KafkaUtils.getConsumerGroupId());
  }
}
