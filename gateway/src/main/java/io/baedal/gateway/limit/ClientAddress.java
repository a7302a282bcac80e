package io.baedal.gateway.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.springframework.cloud.gateway.support.ipresolver.RemoteAddressResolver;
import org.springframework.cloud.gateway.support.ipresolver.XForwardedRemoteAddressResolver;
import org.springframework.web.server.ServerWebExchange;

/** Where a request comes from. */
final class ClientAddress {

  private static final int NETWORK_BYTES = 8;

  private final RemoteAddressResolver resolver;

  ClientAddress(int trustedProxies) {
    this.resolver =
        trustedProxies == 0
            ? new RemoteAddressResolver() {}
            : XForwardedRemoteAddressResolver.maxTrustedIndex(trustedProxies);
  }

  /** The address; of IPv6 its network, since a customer has a whole one (RFC 6177). */
  String of(ServerWebExchange exchange) {
    InetSocketAddress socket = resolver.resolve(exchange);
    InetAddress address = socket == null ? null : socket.getAddress();
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
