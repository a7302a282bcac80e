package io.baedal.e2e;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;

/** The consumer groups of the services. */
final class ConsumerGroups {

  private ConsumerGroups() {}

  /** Waits until each group has read every message of its topics. */
  static void awaitAllRead(String... groups) {
    Map<String, Object> kafka = Map.of("bootstrap.servers", RunningSystem.get().kafkaBootstrap());
    try (var admin = Admin.create(kafka)) {
      for (String group : groups) {
        await(group + " to read all")
            .atMost(Client.PATIENCE)
            .untilAsserted(() -> assertThat(unread(admin, group)).isZero());
      }
    }
  }

  private static long unread(Admin admin, String group) throws Exception {
    var read = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    assertThat(read).isNotEmpty();
    var latest =
        read.keySet().stream().collect(toMap(identity(), partition -> OffsetSpec.latest()));
    var ends = admin.listOffsets(latest).all().get();
    return read.entrySet().stream()
        .mapToLong(offset -> ends.get(offset.getKey()).offset() - offset.getValue().offset())
        .sum();
  }
}
