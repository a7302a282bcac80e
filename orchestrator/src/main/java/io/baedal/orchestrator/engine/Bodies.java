package io.baedal.orchestrator.engine;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.http.HttpHeaders;
import org.springframework.util.FastByteArrayOutputStream;

/**
 * Reads bodies of requests: each one is bounded in size and time, and all that are held at a time
 * are bounded in size together. What a request says of its length is not relied on, since a request
 * of HTTP/2 need not say it.
 */
final class Bodies {

  private static final int CHUNK_BYTES = 8 * 1024;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final long limitOfAll;
  private final AtomicLong held = new AtomicLong();

  Bodies(long limitOfAll) {
    this.limitOfAll = limitOfAll;
  }

  /**
   * Reads a body to its end.
   *
   * @param limit in bytes
   * @return the request with its body, which is released by the caller
   */
  BufferedRequest read(HttpServletRequest request, int limit) throws BodyRefused {
    String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new BodyRefused(FilterProblem.UNSUPPORTED_MEDIA_TYPE);
    }
    if (request.getContentLengthLong() > limit) {
      throw new BodyRefused(FilterProblem.BODY_TOO_LARGE);
    }
    var body = new FastByteArrayOutputStream();
    boolean whole = false;
    try {
      copy(request.getInputStream(), body, limit);
      whole = true;
      return new BufferedRequest(request, body);
    } catch (SocketTimeoutException e) {
      throw new BodyRefused(FilterProblem.REQUEST_TIMEOUT);
    } catch (IOException e) {
      throw new BodyRefused(FilterProblem.BODY_NOT_READABLE);
    } finally {
      if (!whole) {
        held.addAndGet(-body.size());
      }
    }
  }

  void release(BufferedRequest request) {
    held.addAndGet(-request.bodySize());
  }

  /** The number of bytes that are held. */
  long held() {
    return held.get();
  }

  private void copy(InputStream in, FastByteArrayOutputStream body, int limit)
      throws IOException, BodyRefused {
    byte[] chunk = new byte[CHUNK_BYTES];
    long begin = System.nanoTime();
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      if (body.size() + read > limit) {
        throw new BodyRefused(FilterProblem.BODY_TOO_LARGE);
      }
      if (System.nanoTime() - begin > PATIENCE_NANOS) {
        throw new BodyRefused(FilterProblem.REQUEST_TIMEOUT);
      }
      if (held.addAndGet(read) > limitOfAll) {
        held.addAndGet(-read);
        throw new BodyRefused(FilterProblem.OVERLOADED);
      }
      body.write(chunk, 0, read);
    }
  }
}
