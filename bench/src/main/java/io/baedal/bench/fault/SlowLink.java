package io.baedal.bench.fault;

import io.baedal.local.Instance;
import io.baedal.local.LocalOptions;
import io.baedal.local.Part;
import io.baedal.local.Ports;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/** The orchestrator's way to one worker, on which answers can be made to take ten seconds. */
public final class SlowLink implements Closeable {

  private final Part worker;
  private final UnreliableLink link;

  /** A way to the only instance of {@code worker} in a system that will run at {@code ports}. */
  public SlowLink(Part worker, Ports ports) {
    this.worker = worker;
    this.link = new UnreliableLink(ports.of(Instance.first(worker)), Duration.ofSeconds(10));
  }

  /** Lets the orchestrator take this way. */
  public LocalOptions.Builder lead(LocalOptions.Builder options) {
    return options.environment(
        Part.ORCHESTRATOR,
        "ORCHESTRATOR_WORKERS_" + worker.name() + "_URL",
        "http://localhost:" + link.port());
  }

  /** Whether answers from now on are slow. */
  public void slow(boolean yes) {
    link.mode(yes ? UnreliableLink.Mode.DELAY : UnreliableLink.Mode.PASS);
  }

  @Override
  public void close() throws IOException {
    link.close();
  }
}
