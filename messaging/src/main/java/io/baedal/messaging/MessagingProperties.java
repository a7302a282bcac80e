package io.baedal.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the outbox, the inbox and the topics.
 *
 * @param batchSize how many events the relay sends at a time
 * @param pollInterval how often the relay looks for events that a dead replica left behind
 * @param inboxRetention how long repeats of an event are recognised; longer than Kafka keeps it
 * @param listen whether Kafka is listened to; only tests that play the messages do not
 * @param partitions how many partitions each topic is created with
 * @param replicas how many brokers hold each topic; -1 for the brokers' default
 */
@ConfigurationProperties("baedal.messaging")
public record MessagingProperties(
    @DefaultValue("500") int batchSize,
    @DefaultValue("2s") Duration pollInterval,
    @DefaultValue("14d") Duration inboxRetention,
    @DefaultValue("true") boolean listen,
    @DefaultValue("6") int partitions,
    @DefaultValue("-1") short replicas) {}
