package io.baedal.web.request;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.http.HttpHeaders;

/**
 * Closes the connection of a request that was answered before its body arrived. Tomcat would read
 * the rest of the body, and hold a thread until it has arrived. A few bodies are read for a moment,
 * since a client that is still sending may otherwise not receive the answer.
 */
public final class UnreadBodies extends ValveBase {

  private static final int MOST_BYTES = 64 * 1024;
  private static final long MOMENT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Semaphore permits;

  /**
   * Applies to one port.
   *
   * @param atATime how many bodies are read at a time; must be much fewer than the threads
   */
  public UnreadBodies(int atATime) {
    super(true);
    this.permits = new Semaphore(atATime);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    getNext().invoke(request, response);
    if (!request.isAsync() && !request.getCoyoteRequest().isFinished()) {
      if (!response.isCommitted()) {
        response.setHeader(HttpHeaders.CONNECTION, "close");
      }
      response.finishResponse();
      readForAMoment(request);
      request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }
  }

  private void readForAMoment(Request request) {
    if (!permits.tryAcquire()) {
      return;
    }
    try {
      InputStream body = request.getStream();
      byte[] bytes = new byte[MOST_BYTES];
      long begin = System.nanoTime();
      int all = 0;
      int some = body.read(bytes);
      while (some >= 0 && all < MOST_BYTES && System.nanoTime() - begin < MOMENT_NANOS) {
        all += some;
        some = body.read(bytes);
      }
    } catch (IOException e) {
      container.getLogger().debug("an unread body did not arrive", e);
    } finally {
      permits.release();
    }
  }
}
