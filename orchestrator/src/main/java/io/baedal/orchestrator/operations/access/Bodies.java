package io.baedal.orchestrator.operations.access;

import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemException;
import io.baedal.web.problem.ProblemType;
import io.baedal.web.request.BufferedRequest;
import io.baedal.web.request.RequestBodyFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.util.FastByteArrayOutputStream;

/**
 * Reads request bodies into memory. The size and the time of each body are limited, and the total
 * size of all. The declared length is not used, since an HTTP/2 request may omit it.
 */
final class Bodies {

  private static final int CHUNK_BYTES = 8 * 1024;
  private static final long TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final long limitOfAll;
  private final AtomicLong held = new AtomicLong();

  Bodies(long limitOfAll) {
    this.limitOfAll = limitOfAll;
  }

  /**
   * Reads a body to its end.
   *
   * @param limit in bytes
   * @return the request with its body, which the caller must release
   * @throws ProblemException if the body is refused, or cannot be read to its end
   */
  BufferedRequest read(HttpServletRequest request, int limit) {
    Problem refusal = RequestBodyFilter.refusal(request, limit);
    if (refusal != null) {
      throw new ProblemException(refusal);
    }
    var body = new FastByteArrayOutputStream();
    boolean complete = false;
    try {
      copy(request.getInputStream(), body, limit);
      complete = true;
      return new BufferedRequest(request, body.toByteArray());
    } catch (SocketTimeoutException e) {
      throw tooSlow();
    } catch (IOException e) {
      throw new ProblemException(Problem.invalid("body", "could not be read to its end"));
    } finally {
      if (!complete) {
        held.addAndGet(-body.size());
      }
    }
  }

  void release(BufferedRequest request) {
    held.addAndGet(-request.getContentLength());
  }

  /** The total size of all bodies in memory, in bytes. */
  long held() {
    return held.get();
  }

  private void copy(InputStream in, FastByteArrayOutputStream body, int limit) throws IOException {
    byte[] chunk = new byte[CHUNK_BYTES];
    long begin = System.nanoTime();
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      if (body.size() + read > limit) {
        throw new ProblemException(RequestBodyFilter.tooLarge(limit));
      }
      if (System.nanoTime() - begin > TIMEOUT_NANOS) {
        throw tooSlow();
      }
      if (held.addAndGet(read) > limitOfAll) {
        held.addAndGet(-read);
        throw new ProblemException(
            Problem.of(ProblemType.OVERLOADED, "Too many bodies at a time. Try again later."));
      }
      body.write(chunk, 0, read);
    }
  }

  private static ProblemException tooSlow() {
    return new ProblemException(
        Problem.of(ProblemType.REQUEST_TIMEOUT, "The body did not arrive in time."));
  }
}
