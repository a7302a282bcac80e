package io.baedal.web.browser;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The headers that tell a browser what it may do with an answer: neither cache it nor guess its
 * type, neither show it in a frame nor load anything for it. Pages that show the description of an
 * API may load their own scripts.
 */
public final class BrowserHeaders {

  private static final String POLICY = "Content-Security-Policy";

  private static final String CLOSED =
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  private static final String SWAGGER_UI =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data:; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none';"
          + " form-action 'none'";

  private static final Pattern SWAGGER_PAGES = Pattern.compile("/swagger-ui(\\.html|/.*)");

  /** The engine's webapps have a policy of their own, and set it only if there is none. */
  private static final Pattern OWN_POLICY = Pattern.compile("/camunda(/.*)?");

  private static final Map<String, String> COMMON =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          // answers contain postal addresses; a cacheable resource sets the header itself
          "Cache-Control", "no-store",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Resource-Policy", "same-origin");

  private static final Map<String, String> API = with(CLOSED);
  private static final Map<String, String> PAGES = with(SWAGGER_UI);

  /** The headers of an answer to a request for {@code path}. */
  public static Map<String, String> of(String path) {
    if (OWN_POLICY.matcher(path).matches()) {
      return COMMON;
    }
    return SWAGGER_PAGES.matcher(path).matches() ? PAGES : API;
  }

  private static Map<String, String> with(String policy) {
    Map<String, String> headers = new LinkedHashMap<>(COMMON);
    headers.put(POLICY, policy);
    headers.put("X-Frame-Options", "DENY");
    return Map.copyOf(headers);
  }

  private BrowserHeaders() {}
}
