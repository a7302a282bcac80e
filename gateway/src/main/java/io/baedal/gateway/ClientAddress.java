package io.baedal.gateway;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Tells the services which client sent a request (RFC 7239), for their audit logs. What a client
 * says about itself is not forwarded.
 */
@Component
class ClientAddress implements HttpHeadersFilter, Ordered {

  private static final String FORWARDED = "Forwarded";

  @Override
  public HttpHeaders filter(HttpHeaders received, ServerWebExchange exchange) {
    var headers = new HttpHeaders();
    headers.putAll(received);
    headers.remove(FORWARDED);
    InetSocketAddress client = exchange.getRequest().getRemoteAddress();
    if (client != null && client.getAddress() != null) {
      headers.set(FORWARDED, "for=" + node(client));
    }
    return headers;
  }

  /** An IPv6 address is in brackets, and therefore quoted (section 6). */
  private static String node(InetSocketAddress client) {
    String address = client.getAddress().getHostAddress();
    return client.getAddress() instanceof Inet6Address ? "\"[" + address + "]\"" : address;
  }

  /** After Spring Cloud Gateway's own filters, which remove the header. */
  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }
}
