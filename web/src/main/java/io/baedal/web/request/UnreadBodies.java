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
 * Closes the connection of a request that was answered before its body arrived. Tomcat would hold a
 * thread until the rest of the body has arrived. A limited number of bodies are read for up to a
 * second, since a client that is still sending may otherwise not receive the answer.
 */
public final class UnreadBodies extends ValveBase {

  private static final int MAX_BYTES = 64 * 1024;
  private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Semaphore permits;

  /**
   * Limits the bodies of one port.
   *
   * @param maxBodies the number of bodies that are read at a time; must be much smaller than the
   *     number of threads
   */
  public UnreadBodies(int maxBodies) {
    super(true);
    this.permits = new Semaphore(maxBodies);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    getNext().invoke(request, response);
    if (!request.isAsync() && !request.getCoyoteRequest().isFinished()) {
      if (!response.isCommitted()) {
        response.setHeader(HttpHeaders.CONNECTION, "close");
      }
      response.finishResponse();
      readRest(request);
      request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }
  }

  private void readRest(Request request) {
    if (!permits.tryAcquire()) {
      return;
    }
    try {
      InputStream body = request.getStream();
      byte[] bytes = new byte[MAX_BYTES];
      long begin = System.nanoTime();
      int all = 0;
      int some = body.read(bytes);
      while (some >= 0 && all < MAX_BYTES && System.nanoTime() - begin < MAX_NANOS) {
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
