package io.baedal.bench.fault;

import io.baedal.local.common.Instance;
import io.baedal.local.common.Part;
import io.baedal.local.common.Ports;
import io.baedal.local.launcher.LocalOptions;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/** The orchestrator's connection to one worker, on which answers can be delayed by ten seconds. */
public final class SlowLink implements Closeable {

  private final Part worker;
  private final UnreliableLink link;

  /** Creates a link to the only instance of {@code worker} at {@code ports}. */
  public SlowLink(Part worker, Ports ports) {
    this.worker = worker;
    this.link = new UnreliableLink(ports.of(Instance.first(worker)), Duration.ofSeconds(10));
  }

  /** Makes the orchestrator use this link. */
  public LocalOptions.Builder route(LocalOptions.Builder options) {
    return options.environment(
        Part.ORCHESTRATOR,
        "ORCHESTRATOR_WORKERS_" + worker.name() + "_URL",
        "http://localhost:" + link.port());
  }

  /** Sets whether answers are slow from now on. */
  public void slow(boolean yes) {
    link.mode(yes ? UnreliableLink.Mode.DELAY : UnreliableLink.Mode.PASS);
  }

  @Override
  public void close() throws IOException {
    link.close();
  }
}
