package io.baedal.bench.fault;

import io.baedal.local.common.Instance;
import io.baedal.local.common.Part;
import io.baedal.local.common.Ports;
import io.baedal.local.launcher.LocalOptions;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An {@link UnreliableLink} from the orchestrators to each instance of each worker. */
public final class Links implements Closeable {

  static final List<Part> WORKERS = List.of(Part.PAYMENT, Part.DELIVERY);
  private static final Duration SLOW = Duration.ofSeconds(10);

  private final Map<Instance, UnreliableLink> links = new LinkedHashMap<>();

  /** Creates links to the workers of a system that will run at {@code ports}. */
  public Links(Ports ports, int replicas) {
    for (Part worker : WORKERS) {
      IntStream.rangeClosed(1, replicas)
          .mapToObj(number -> new Instance(worker, number))
          .forEach(to -> links.put(to, new UnreliableLink(ports.of(to), SLOW)));
    }
  }

  /** Makes the orchestrators call the workers through the links. */
  public LocalOptions.Builder route(LocalOptions.Builder options) {
    for (Part worker : WORKERS) {
      String urls =
          links.entrySet().stream()
              .filter(link -> link.getKey().part() == worker)
              .map(link -> "http://localhost:" + link.getValue().port())
              .collect(Collectors.joining(","));
      options.environment(
          Part.ORCHESTRATOR, "ORCHESTRATOR_WORKERS_" + worker.name() + "_URL", urls);
    }
    return options;
  }

  UnreliableLink to(Instance worker) {
    UnreliableLink link = links.get(worker);
    if (link == null) {
      throw new IllegalArgumentException(worker + " is not a worker");
    }
    return link;
  }

  @Override
  public void close() throws IOException {
    for (UnreliableLink link : links.values()) {
      link.close();
    }
  }
}
