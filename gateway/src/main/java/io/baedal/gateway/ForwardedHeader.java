package io.baedal.gateway;

import io.baedal.gateway.limit.ClientAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
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
class ForwardedHeader implements HttpHeadersFilter, Ordered {

  private static final String FORWARDED = "Forwarded";

  private final ClientAddress clients;

  ForwardedHeader(ClientAddress clients) {
    this.clients = clients;
  }

  @Override
  public HttpHeaders filter(HttpHeaders received, ServerWebExchange exchange) {
    var headers = new HttpHeaders();
    headers.putAll(received);
    headers.remove(FORWARDED);
    InetAddress client = clients.of(exchange);
    if (client != null) {
      headers.set(FORWARDED, "for=" + node(client));
    }
    return headers;
  }

  /** An IPv6 address is in brackets, and therefore quoted (section 6). */
  private static String node(InetAddress client) {
    String address = client.getHostAddress();
    return client instanceof Inet6Address ? "\"[" + address + "]\"" : address;
  }

  /** After Spring Cloud Gateway's own filters, which remove the header. */
  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }
}
