package io.baedal.gateway.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.support.ipresolver.RemoteAddressResolver;
import org.springframework.cloud.gateway.support.ipresolver.XForwardedRemoteAddressResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Where a request comes from: the connection, or what the trusted proxies say. */
@Component
public final class ClientAddress {

  private static final int NETWORK_BYTES = 8;

  private final RemoteAddressResolver resolver;

  ClientAddress(RateLimitProperties limits) {
    int proxies = limits.trustedProxies();
    this.resolver =
        proxies == 0
            ? new RemoteAddressResolver() {}
            : XForwardedRemoteAddressResolver.maxTrustedIndex(proxies);
  }

  /** Null if the connection has ended. */
  public @Nullable InetAddress of(ServerWebExchange exchange) {
    InetSocketAddress socket = resolver.resolve(exchange);
    return socket == null ? null : socket.getAddress();
  }

  /** The address; of IPv6 its network, since a customer has a whole one (RFC 6177). */
  String networkOf(ServerWebExchange exchange) {
    InetAddress address = of(exchange);
    if (address == null) {
      return "unknown";
    }
    return address instanceof Inet6Address ? network(address) : address.getHostAddress();
  }

  private static String network(InetAddress address) {
    byte[] bytes = address.getAddress();
    Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
    try {
      return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
