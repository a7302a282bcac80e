package io.baedal.gateway;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * A path that is accessible through the gateway. Other paths are not: calls that only the process
 * may make ({@code PUT} and {@code DELETE} of the workers) are not listed.
 */
record ExposedPath(String id, Service service, String pattern, Set<HttpMethod> methods) {

  static final List<ExposedPath> ALL =
      List.of(
          path("orders", Service.ORDER, "/orders", GET, POST),
          path("order", Service.ORDER, "/orders/{id}", GET, DELETE),
          path("menu", Service.ORDER, "/stores/{storeId}/menu", GET, PUT),
          path("payments", Service.PAYMENT, "/payments/**", GET),
          path("store-requests", Service.DELIVERY, "/store-requests/**", GET, POST),
          path("delivery-courier", Service.DELIVERY, "/deliveries/{id}/courier", PUT, DELETE),
          path("deliveries", Service.DELIVERY, "/deliveries/**", GET, POST),
          path("order-views", Service.ORDER_VIEW, "/order-views/**", GET));

  /** The allowed methods of a path; empty if it is not exposed. */
  static Set<HttpMethod> methodsOf(PathContainer path) {
    return ALL.stream()
        .filter(exposed -> exposed.matches(path))
        .findFirst()
        .map(ExposedPath::methods)
        .orElse(Set.of());
  }

  boolean matches(PathContainer path) {
    return PathPatternParser.defaultInstance.parse(pattern).matches(path);
  }

  private static ExposedPath path(
      String id, Service service, String pattern, HttpMethod... methods) {
    Set<HttpMethod> allowed = new LinkedHashSet<>(List.of(methods));
    if (allowed.contains(GET)) {
      allowed.add(HEAD);
    }
    return new ExposedPath(id, service, pattern, allowed);
  }
}
