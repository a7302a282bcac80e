package io.baedal.orchestrator.engine;

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
 * Holds the engine to what all services tell browsers: to keep no answer, but for the webapps' own
 * files, which they may keep if they ask whether there is a newer one.
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

  /** The engine says {@code no-cache}, which lets a browser keep the answer. */
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
