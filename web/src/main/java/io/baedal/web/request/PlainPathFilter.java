package io.baedal.web.request;

import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemType;
import io.baedal.web.problem.servlet.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses paths that can be interpreted differently by the code that checks access and by the code
 * that serves the request. Camunda's webapps compare the raw path with their rules, while Tomcat
 * and Jersey route without path parameters and dot segments. With {@code engine;x} in place of
 * {@code engine}, Camunda 7.24 gives access to the engine without a login.
 */
public final class PlainPathFilter extends OncePerRequestFilter {

  /** Path parameters, backslashes, empty segments, dot segments, malformed escapes. */
  private static final Pattern AMBIGUOUS =
      Pattern.compile("[;\\\\]|//|/\\.{1,2}(?:/|$)|%(?![0-9A-Fa-f]{2})");

  private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isPlain(request.getRequestURI())) {
      chain.doFilter(request, response);
    } else {
      ProblemWriter.write(
          request, response, Problem.of(ProblemType.PATH_REFUSED, "The path is not normalized."));
    }
  }

  static boolean isPlain(String path) {
    return !AMBIGUOUS.matcher(path).find()
        && ESCAPE
            .matcher(path)
            .results()
            .allMatch(escape -> needsEscape(Integer.parseInt(escape.group(1), 16)));
  }

  /**
   * Clients do not need to escape letters. An escaped separator is dangerous for code that decodes
   * before it splits.
   */
  private static boolean needsEscape(int character) {
    boolean control = character < ' ' || character == 0x7f;
    return character >= 0x80
        || !(control
            || Character.isLetterOrDigit(character)
            || "/\\;.%-_~".indexOf(character) >= 0);
  }
}
