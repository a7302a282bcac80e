package io.baedal.orchestrator.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests that carry expressions inside {@code orQueries} before the engine sees them:
 * Camunda 7.24.0 evaluates those, which lets an authenticated user run code; the fix is in
 * enterprise builds only. Covers the engine's REST API and the webapps' own.
 */
final class QueryExpressionFilter extends OncePerRequestFilter {

  private static final int LARGEST_BODY_BYTES = 4 * 1024 * 1024;
  private static final JsonFactory JSON = new JsonFactory();

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
    boolean form =
        type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
            || type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    return form || (request.getContentLengthLong() <= 0 && !chunked(request));
  }

  private static boolean chunked(HttpServletRequest request) {
    return request.getHeader("Transfer-Encoding") != null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST_BODY_BYTES + 1);
    if (body.length > LARGEST_BODY_BYTES) {
      FilterProblem.write(
          response, HttpStatus.PAYLOAD_TOO_LARGE, "body-too-large", "The body is too large.");
    } else if (carriesExpressionInOrQueries(body)) {
      FilterProblem.write(
          response,
          HttpStatus.BAD_REQUEST,
          "query-expression-refused",
          "Expressions inside orQueries are not evaluated here.");
    } else {
      chain.doFilter(new BufferedRequest(request, body), response);
    }
  }

  /** Reads for as long as it is JSON; what the engine cannot read either, it will not evaluate. */
  static boolean carriesExpressionInOrQueries(byte[] body) {
    int orQueriesDepth = 0;
    int depth = 0;
    try (JsonParser parser = JSON.createParser(body)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isStructStart()) {
          depth++;
          if (orQueriesDepth == 0
              && "orQueries".equals(parser.getParsingContext().getParent().getCurrentName())) {
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
          return true;
        }
      }
    } catch (IOException e) {
      return false;
    }
    return false;
  }
}
