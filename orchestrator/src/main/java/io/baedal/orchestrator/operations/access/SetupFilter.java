package io.baedal.orchestrator.operations.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemType;
import io.baedal.web.problem.servlet.ProblemWriter;
import io.baedal.web.request.PlainPathFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Refuses the page and the calls of the webapps' setup: while no user is a direct member of {@code
 * camunda-admin}, it creates an administrator without a login (CVE-2026-77226, not fixed in Camunda
 * 7.24.0). The first administrator is the configured operator.
 */
final class SetupFilter extends OncePerRequestFilter {

  private static final int MOST_ENCODINGS = 3;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isSetup(request.getRequestURI())) {
      ProblemWriter.write(
          request,
          response,
          Problem.of(
              ProblemType.SETUP_REFUSED, "The first administrator is set by configuration only."));
    } else {
      chain.doFilter(request, response);
    }
  }

  /** Matches every spelling of the path, also those that {@link PlainPathFilter} refuses. */
  static boolean isSetup(String path) {
    List<String> segments = segments(path);
    return segments.size() > 3
        && segments.get(0).equals("camunda")
        && List.of("api", "app").contains(segments.get(1))
        && segments.get(2).equals("admin")
        && segments.subList(3, segments.size()).contains("setup");
  }

  private static List<String> segments(String path) {
    var segments = new ArrayList<String>();
    for (String segment : decoded(path).split("[/\\\\]")) {
      String plain = segment.replaceFirst(";.*", "").toLowerCase(Locale.ROOT);
      if (plain.equals("..") && !segments.isEmpty()) {
        segments.remove(segments.size() - 1);
      } else if (!plain.isEmpty() && !plain.equals(".")) {
        segments.add(plain);
      }
    }
    return segments;
  }

  private static String decoded(String path) {
    String decoded = path;
    for (int i = 0; i < MOST_ENCODINGS && decoded.indexOf('%') >= 0; i++) {
      try {
        decoded = UriUtils.decode(decoded, UTF_8);
      } catch (IllegalArgumentException broken) {
        return decoded;
      }
    }
    return decoded;
  }
}
