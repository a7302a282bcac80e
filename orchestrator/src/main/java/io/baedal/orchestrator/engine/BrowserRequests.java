package io.baedal.orchestrator.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what a foreign page makes a browser send, with the operator's remembered login: writes
 * from another origin, and calls of a name that the page's owner has resolve to us (DNS rebinding).
 * Programs send neither {@code Origin} nor {@code Sec-Fetch-Site}; browsers send at least one of
 * them with each write.
 */
final class BrowserRequests extends OncePerRequestFilter {

  /** From our own page, or typed in. */
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  /** Nobody can have an address, or a name without a dot, resolve to somebody else. */
  private static final Pattern OWN_HOST =
      Pattern.compile("\\[[0-9a-f:.%]+]|[0-9]{1,3}(\\.[0-9]{1,3}){3}|[a-z0-9_][a-z0-9_-]{0,62}");

  private final List<String> hosts;

  /**
   * Answers to addresses, names without a dot, and these.
   *
   * @param hosts full names, or {@code *.} and the end of names; {@code *} allows all
   */
  BrowserRequests(List<String> hosts) {
    this.hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String host = request.getHeader(HttpHeaders.HOST);
    if (!isOurs(host)) {
      FilterProblem.MISDIRECTED_REQUEST.write(response);
    } else if (!Access.reads(request) && isForeign(request, host)) {
      FilterProblem.FOREIGN_PAGE.write(response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean isOurs(@Nullable String hostHeader) {
    if (hostHeader == null) {
      // HTTP/1.0; no browser leaves it out
      return true;
    }
    String host = hostHeader.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
    return OWN_HOST.matcher(host).matches()
        || hosts.stream().anyMatch(allowed -> matches(allowed, host));
  }

  private static boolean matches(String allowed, String host) {
    return allowed.equals("*")
        || (allowed.startsWith("*.") ? host.endsWith(allowed.substring(1)) : host.equals(allowed));
  }

  private static boolean isForeign(HttpServletRequest request, @Nullable String host) {
    return values(request, "Sec-Fetch-Site").stream()
            .anyMatch(site -> !OWN_SITES.contains(site.toLowerCase(Locale.ROOT)))
        || values(request, HttpHeaders.ORIGIN).stream().anyMatch(origin -> !isAt(origin, host));
  }

  private static List<String> values(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header));
  }

  /** The scheme is left out: a proxy may have ended TLS. */
  private static boolean isAt(String origin, @Nullable String host) {
    try {
      String authority = URI.create(origin).getAuthority();
      return authority != null && authority.equalsIgnoreCase(host);
    } catch (IllegalArgumentException notAnOrigin) {
      return false;
    }
  }
}
