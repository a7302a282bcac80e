package io.baedal.web.browser;

import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemType;
import io.baedal.web.problem.servlet.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests that a page of another origin made a browser send, and sets {@link
 * BrowserHeaders}.
 */
public final class BrowserFilter extends OncePerRequestFilter {

  private final HostRule hosts;

  public BrowserFilter(HostRule hosts) {
    this.hosts = hosts;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    BrowserHeaders.of(request.getRequestURI()).forEach(response::setHeader);
    String host = request.getHeader(HttpHeaders.HOST);
    if (!hosts.allows(host)) {
      ProblemWriter.write(
          request,
          response,
          Problem.of(
              ProblemType.MISDIRECTED_REQUEST, "This service does not accept that host name."));
    } else if (isForged(request, host)) {
      ProblemWriter.write(
          request,
          response,
          Problem.of(ProblemType.FOREIGN_ORIGIN, "A page of another origin may not do this."));
    } else {
      chain.doFilter(request, response);
    }
  }

  /** Each value of a repeated header must be valid. */
  private static boolean isForged(HttpServletRequest request, @Nullable String host) {
    String method = request.getMethod();
    return isPreflight(request)
        || values(request, HttpHeaders.ORIGIN)
            .anyMatch(origin -> OriginRule.isForged(method, origin, null, host))
        || values(request, "Sec-Fetch-Site")
            .anyMatch(site -> OriginRule.isForged(method, null, site, host));
  }

  /** Only the gateway accepts preflights. */
  private static boolean isPreflight(HttpServletRequest request) {
    return HttpMethod.OPTIONS.matches(request.getMethod())
        && request.getHeader(HttpHeaders.ORIGIN) != null
        && request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
  }

  private static Stream<String> values(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header)).stream();
  }
}
