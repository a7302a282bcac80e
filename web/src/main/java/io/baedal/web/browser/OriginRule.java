package io.baedal.web.browser;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Detects requests that a page of another origin may have sent. Programs send neither Origin nor
 * Sec-Fetch-Site; browsers send at least one of them with each request that changes something.
 */
public final class OriginRule {

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

  /** A page of the service itself, or an address entered by the user. */
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  /** Whether the request can change something and may come from a page of another origin. */
  public static boolean isForged(
      String method,
      @Nullable String origin,
      @Nullable String secFetchSite,
      @Nullable String host) {
    if (SAFE_METHODS.contains(method)) {
      return false;
    }
    boolean foreignSite =
        secFetchSite != null && !OWN_SITES.contains(secFetchSite.toLowerCase(Locale.ROOT));
    return foreignSite || (origin != null && !isOf(origin, host));
  }

  /** Ignores the scheme, since a proxy may have terminated TLS. */
  private static boolean isOf(String origin, @Nullable String host) {
    try {
      String authority = URI.create(origin).getAuthority();
      return authority != null && authority.equalsIgnoreCase(host);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private OriginRule() {}
}
