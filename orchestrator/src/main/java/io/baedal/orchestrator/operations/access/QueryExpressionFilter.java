package io.baedal.orchestrator.operations.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemType;
import io.baedal.web.problem.servlet.ProblemWriter;
import io.baedal.web.request.BufferedRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Refuses requests that carry expressions inside {@code orQueries} before the engine sees them:
 * Camunda 7.24.0 evaluates those, which lets an authenticated user run code (CVE-2026-109432); the
 * fix is in enterprise builds only. Covers the engine's REST API and the webapps' own, whatever
 * content type a request declares: a body that is not JSON passes only as a form.
 */
final class QueryExpressionFilter extends OncePerRequestFilter {

  private static final JsonFactory JSON = new JsonFactory();

  /** What a body contains. */
  enum Finding {
    NOTHING,
    EXPRESSION,
    NOT_JSON
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !Access.isEngines(request)
        || WebUtils.getNativeRequest(request, BufferedRequest.class) == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Finding finding = inspect(request.getInputStream());
    if (finding == Finding.EXPRESSION) {
      ProblemWriter.write(
          request,
          response,
          Problem.of(
              ProblemType.QUERY_EXPRESSION_REFUSED,
              "Expressions inside orQueries are not allowed."));
    } else if (finding == Finding.NOT_JSON && !isForm(request)) {
      ProblemWriter.write(request, response, Problem.invalid("body", "must be JSON"));
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isForm(HttpServletRequest request) {
    String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
    return type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
        || type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
  }

  /** Detects the encoding from the bytes, as the engine does, but parses to the end of the body. */
  static Finding inspect(InputStream body) {
    int orQueriesDepth = 0;
    int depth = 0;
    try (JsonParser parser = JSON.createParser(body)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isStructStart()) {
          depth++;
          if (orQueriesDepth == 0
              && "orQueries"
                  .equalsIgnoreCase(parser.getParsingContext().getParent().getCurrentName())) {
            orQueriesDepth = depth;
          }
        } else if (token.isStructEnd()) {
          if (depth == orQueriesDepth) {
            orQueriesDepth = 0;
          }
          depth--;
        } else if (token == JsonToken.FIELD_NAME
            && orQueriesDepth > 0
            && parser.currentName().toLowerCase(Locale.ROOT).endsWith("expression")) {
          return Finding.EXPRESSION;
        }
      }
    } catch (IOException e) {
      return Finding.NOT_JSON;
    }
    return Finding.NOTHING;
  }
}
