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
 * Closes the connection of a request that was answered before its body came in. Tomcat would read
 * the rest of it, with a thread for as long as it takes to come. Of a few of them it is read for a
 * moment: a client that is still sending may not get the answer otherwise.
 */
public final class UnreadBodies extends ValveBase {

  private static final int MOST_BYTES = 64 * 1024;
  private static final long MOMENT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Semaphore turns;

  /**
   * For one port.
   *
   * @param atATime how many bodies are read for a moment; much fewer than there are threads
   */
  public UnreadBodies(int atATime) {
    super(true);
    this.turns = new Semaphore(atATime);
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
    if (!turns.tryAcquire()) {
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
      container.getLogger().debug("an unread body did not come in", e);
    } finally {
      turns.release();
    }
  }
}
