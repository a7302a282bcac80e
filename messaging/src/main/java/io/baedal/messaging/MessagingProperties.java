package io.baedal.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the outbox, the inbox and the topics.
 *
 * @param batchSize how many events the relay sends at a time
 * @param relayInterval the shortest time between two batches that are not full; an event can wait
 *     for this long at each hop while others keep arriving
 * @param pollInterval how often the relay reads the outbox for events that a stopped replica has
 *     not sent
 * @param inboxRetention how long duplicates of an event are recognised; longer than Kafka keeps
 *     events and dead letters
 * @param listen whether events are consumed from Kafka; false only in tests that simulate the
 *     messages
 * @param retries how often a failed message is retried before it becomes a dead letter; the backoff
 *     grows from 0.1 s to 5 s
 * @param partitions how many partitions each topic is created with
 * @param replicas how many brokers hold each topic; -1 for the brokers' default
 * @param deadLetterRetention how long dead letters can be replayed
 */
@ConfigurationProperties("baedal.messaging")
public record MessagingProperties(
    @DefaultValue("500") int batchSize,
    @DefaultValue("100ms") Duration relayInterval,
    @DefaultValue("2s") Duration pollInterval,
    @DefaultValue("16d") Duration inboxRetention,
    @DefaultValue("true") boolean listen,
    @DefaultValue("8") int retries,
    @DefaultValue("6") int partitions,
    @DefaultValue("-1") short replicas,
    @DefaultValue("14d") Duration deadLetterRetention) {

  /** Brokers may keep a dead letter for a day longer, until its segment is deleted. */
  private static final Duration DELAY_OF_DELETION = Duration.ofDays(1);

  public MessagingProperties {
    if (inboxRetention.compareTo(deadLetterRetention.plus(DELAY_OF_DELETION)) <= 0) {
      throw new IllegalArgumentException(
          "baedal.messaging.inbox-retention must be more than a day longer than"
              + " dead-letter-retention, or a replay could take effect twice");
    }
  }
}
