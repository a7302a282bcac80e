package io.baedal.bench.report;

import io.baedal.bench.check.CustomerRecord;
import io.baedal.bench.check.OrderBooks;
import io.baedal.bench.connection.TopicReader;
import io.baedal.local.common.Instance;
import io.baedal.local.common.Part;
import io.baedal.local.launcher.LocalSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Collects all that is known of an order: the answers to its customer, its books, its events, and
 * its log lines.
 */
public final class Stories {

  /** Enough to see what is wrong; more stories would repeat it. */
  public static final int MOST = 20;

  private static final int LOG_LINES = 200;

  private final LocalSystem system;

  /** Stories of the orders of a system that still runs. */
  public Stories(LocalSystem system) {
    this.system = system;
  }

  /** The stories of {@code orders}, by order id. */
  public Map<String, String> collect(List<OrderBooks> orders, Map<String, CustomerRecord> records) {
    Map<String, StringBuilder> stories = new LinkedHashMap<>();
    for (OrderBooks books : orders) {
      var story = new StringBuilder();
      story.append("answers ").append(records.get(books.orderId())).append('\n');
      story.append("books   ").append(books).append("\n\nevents\n");
      stories.put(books.orderId(), story);
    }
    events(stories);
    stories.values().forEach(story -> story.append("\nlogs\n"));
    for (Part service : Part.services()) {
      for (Instance instance : system.instances(service)) {
        logs(instance, stories);
      }
    }
    Map<String, String> texts = new TreeMap<>();
    stories.forEach((order, story) -> texts.put(order, story.toString()));
    return texts;
  }

  private void events(Map<String, StringBuilder> stories) {
    try (var reader = TopicReader.ofTexts(system.kafkaBootstrap())) {
      reader.read(
          reader.partitions(topic -> topic.contains(".v1")),
          new HashMap<>(),
          event -> {
            StringBuilder story = stories.get(event.key());
            if (story != null) {
              story.append(line(event));
            }
          });
    }
  }

  private static String line(ConsumerRecord<String, String> event) {
    return "%s  %s-%d@%d  %s  %s  %s%n"
        .formatted(
            Instant.ofEpochMilli(event.timestamp()),
            event.topic(),
            event.partition(),
            event.offset(),
            text(event.headers().lastHeader("ce_type")),
            text(event.headers().lastHeader("ce_id")),
            event.value());
  }

  private static String text(@Nullable Header header) {
    return header == null ? "?" : new String(header.value(), StandardCharsets.UTF_8);
  }

  private void logs(Instance instance, Map<String, StringBuilder> stories) {
    Path log = system.log(instance);
    if (!Files.exists(log)) {
      return;
    }
    Map<String, Integer> lines = new TreeMap<>();
    try (Stream<String> all = Files.lines(log, StandardCharsets.UTF_8)) {
      all.forEach(
          line ->
              Arrays.stream(line.split("[^0-9a-f-]"))
                  .filter(stories::containsKey)
                  .distinct()
                  .filter(order -> lines.merge(order, 1, Integer::sum) <= LOG_LINES)
                  .forEach(order -> append(stories.get(order), instance, line)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void append(@Nullable StringBuilder story, Instance instance, String line) {
    if (story != null) {
      story.append(instance.label()).append("  ").append(line).append('\n');
    }
  }
}
