package io.baedal.web.browser;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The host names that a service accepts. A page can make its own host name resolve to the address
 * of a service (DNS rebinding) and then read the answers. This is not possible with an address, nor
 * with a name without a dot, which no public name server resolves.
 */
public final class HostRule {

  private static final Pattern ADDRESS =
      Pattern.compile("\\[[0-9a-fA-F:.%]+]|[0-9]{1,3}(\\.[0-9]{1,3}){3}");

  private static final Pattern LABEL = Pattern.compile("[a-zA-Z0-9_]([a-zA-Z0-9_-]{0,62})");

  private final List<String> names;

  /**
   * Allows addresses, names without a dot, and {@code names}.
   *
   * @param names full names, or {@code *.} and a domain; {@code *} allows all
   */
  public HostRule(List<String> names) {
    this.names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  /** Whether a request with this Host header is accepted. */
  public boolean allows(@Nullable String hostHeader) {
    if (hostHeader == null) {
      // HTTP/1.0; every browser sends the header
      return true;
    }
    String host = hostHeader.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
    return ADDRESS.matcher(host).matches()
        || LABEL.matcher(host).matches()
        || names.stream().anyMatch(name -> matches(name, host));
  }

  private static boolean matches(String name, String host) {
    return name.equals("*")
        || (name.startsWith("*.") ? host.endsWith(name.substring(1)) : host.equals(name));
  }
}
