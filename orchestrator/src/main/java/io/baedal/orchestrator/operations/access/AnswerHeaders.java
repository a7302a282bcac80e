package io.baedal.orchestrator.operations.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sets the cache headers that all services send: browsers store no response except static files,
 * which they must revalidate.
 */
final class AnswerHeaders extends OncePerRequestFilter {

  private static final Pattern FILE =
      Pattern.compile(
          "/camunda/(app|lib|assets)/.*\\.[a-z0-9]+"
              + "|/camunda/api/[a-z]+/plugin/[A-Za-z-]+/static/.*"
              + "|/swagger-ui/.*|/favicon\\.ico");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (FILE.matcher(request.getRequestURI()).matches()) {
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
      chain.doFilter(request, response);
    } else {
      chain.doFilter(request, new NeverStored(response));
    }
  }

  /** Ignores the engine's {@code no-cache}, which lets a browser store the response. */
  private static final class NeverStored extends HttpServletResponseWrapper {

    NeverStored(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void setHeader(String name, String value) {
      if (!HttpHeaders.CACHE_CONTROL.equalsIgnoreCase(name)) {
        super.setHeader(name, value);
      }
    }

    @Override
    public void addHeader(String name, String value) {
      if (!HttpHeaders.CACHE_CONTROL.equalsIgnoreCase(name)) {
        super.addHeader(name, value);
      }
    }
  }
}
