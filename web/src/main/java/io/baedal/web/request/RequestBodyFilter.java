package io.baedal.web.request;

import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemType;
import io.baedal.web.problem.servlet.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Receives the body of a request completely before its handler runs. The size of a body, the total
 * size of all bodies and the time are limited. A body that has not arrived yet is read
 * asynchronously, so that slow clients hold no thread. This is the last filter, since the filters
 * before it do not run again when the request is dispatched.
 */
public final class RequestBodyFilter extends OncePerRequestFilter {

  /** The request attribute with the length of a body that has been read. */
  static final String LENGTH = RequestBodyFilter.class.getName() + ".length";

  private final int limit;
  private final Duration patience;
  private final BodyBudget budget;

  /**
   * Limits bodies.
   *
   * @param limit the maximum size of one body, in bytes
   * @param limitOfAll the maximum size of all bodies in memory, in bytes
   * @param patience the timeout for the complete body
   */
  public RequestBodyFilter(int limit, long limitOfAll, Duration patience) {
    this.limit = limit;
    this.patience = patience;
    this.budget = new BodyBudget(limitOfAll);
  }

  /** Whether the request has a non-empty body. */
  static boolean hasBody(HttpServletRequest request) {
    return request.getAttribute(LENGTH) instanceof Integer length
        ? length > 0
        : announcesBody(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!announcesBody(request)) {
      chain.doFilter(request, response);
      return;
    }
    Problem refusal = refusal(request, limit);
    if (refusal != null) {
      refuse(request, response, refusal);
      return;
    }
    var buffered = new BufferedRequest(request);
    long length = request.getContentLengthLong();
    if (length < 0 || request.getInputStream().available() < length) {
      new BodyReading(buffered, response, limit, budget).begin(request, patience);
    } else if (budget.reserve(length)) {
      try {
        buffered.body(request.getInputStream().readNBytes((int) length));
        chain.doFilter(buffered, response);
      } finally {
        budget.release(length);
      }
    } else {
      refuse(request, response, BodyBudget.exceeded());
    }
  }

  /** The rest of the body is not read. */
  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    response.setHeader(HttpHeaders.CONNECTION, "close");
    ProblemWriter.write(request, response, problem);
  }

  /** The problem if the headers do not allow the body; null otherwise. */
  public static @Nullable Problem refusal(HttpServletRequest request, int limit) {
    if (request.getContentLengthLong() > limit) {
      return tooLarge(limit);
    }
    String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    return encoding == null || encoding.equalsIgnoreCase("identity")
        ? null
        : Problem.of(
            ProblemType.UNSUPPORTED_MEDIA_TYPE, "Bodies with a Content-Encoding are not read.");
  }

  /** The problem of a body of more than {@code limit} bytes. */
  public static Problem tooLarge(int limit) {
    return Problem.of(
        ProblemType.PAYLOAD_TOO_LARGE, "A body may have at most " + limit + " bytes.");
  }

  /** An HTTP/2 request needs neither Content-Length nor Transfer-Encoding. */
  private static boolean announcesBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0
        || (request.getContentLengthLong() < 0
            && (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                || request.getProtocol().startsWith("HTTP/2")));
  }
}
