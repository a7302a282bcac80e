package io.baedal.bench.fault;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A network between callers and one instance of a worker. It can lose or delay answers, and reports
 * when an answer is on its way; the worker has committed by then.
 */
final class UnreliableLink implements Closeable {

  private static final int CONNECT_MILLIS = 1_000;

  /** What happens to answers. */
  enum Mode {
    PASS,
    LOSE,
    DELAY
  }

  /** Decides whether one answer passes. */
  interface AnswerHook {
    /** Called for the answer; returns whether it passes. */
    boolean passes();
  }

  private final ServerSocket entrance;
  private final int target;
  private final Duration delay;
  private final ExecutorService pumps =
      Executors.newCachedThreadPool(
          pump -> {
            var thread = new Thread(pump, "unreliable-link");
            thread.setDaemon(true);
            return thread;
          });
  private final AtomicReference<AnswerHook> hook = new AtomicReference<>();
  private volatile Mode mode = Mode.PASS;

  /** Creates a link from a free port to port {@code target} of this machine. */
  UnreliableLink(int target, Duration delay) {
    this.target = target;
    this.delay = delay;
    try {
      entrance = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    pumps.execute(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  void mode(Mode mode) {
    this.mode = mode;
  }

  /** Makes {@code next} decide about the next answer, in place of an earlier hook. */
  void onNextAnswer(AnswerHook next) {
    hook.set(next);
  }

  /** Removes the hook that waits for an answer; returns whether there was one. */
  boolean removeHook() {
    return hook.getAndSet(null) != null;
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket caller = entrance.accept();
        pumps.execute(() -> connect(caller));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket caller) {
    var worker = new Socket();
    try {
      worker.connect(new InetSocketAddress(entrance.getInetAddress(), target), CONNECT_MILLIS);
      caller.setTcpNoDelay(true);
      worker.setTcpNoDelay(true);
    } catch (IOException refused) {
      close(caller, worker);
      return;
    }
    var lastCall = new AtomicReference<>("");
    pumps.execute(() -> pump(caller, worker, call -> note(call, lastCall)));
    pump(worker, caller, answer -> isProbe(lastCall.get()) || passes());
  }

  /** Decides whether some bytes are passed on. */
  private interface Gate {
    boolean passes(String bytes) throws InterruptedException;
  }

  private static boolean note(String call, AtomicReference<String> lastCall) {
    lastCall.set(call);
    return true;
  }

  /** Readiness probes always pass. */
  private static boolean isProbe(@Nullable String call) {
    return call != null && call.startsWith("GET /readyz ");
  }

  private void pump(Socket from, Socket to, Gate gate) {
    byte[] buffer = new byte[16_384];
    try {
      int count = from.getInputStream().read(buffer);
      while (count >= 0 && gate.passes(new String(buffer, 0, count, StandardCharsets.ISO_8859_1))) {
        to.getOutputStream().write(buffer, 0, count);
        count = from.getInputStream().read(buffer);
      }
    } catch (IOException gone) {
      // both sockets are closed below
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
    close(from, to);
  }

  private boolean passes() throws InterruptedException {
    AnswerHook waiting = hook.getAndSet(null);
    if (waiting != null && !waiting.passes()) {
      return false;
    }
    if (mode == Mode.DELAY) {
      Thread.sleep(delay.toMillis());
    }
    return mode != Mode.LOSE;
  }

  private static void close(Socket... sockets) {
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException alreadyGone) {
        // already closed
      }
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    pumps.shutdownNow();
  }
}
