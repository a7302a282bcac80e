package io.baedal.gateway;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/** A service behind the gateway. */
enum Service {
  ORDER,
  PAYMENT,
  DELIVERY,
  ORDER_VIEW;

  /** Its name in addresses, breakers and answers, such as {@code order-view}. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The target of a route: one of its instances. */
  URI anyInstance() {
    return URI.create("lb://" + id());
  }

  static Service named(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The path of its OpenAPI document on the gateway. */
  String openApiPath() {
    return "/openapi/" + id();
  }

  /** The addresses of its instances. */
  List<URI> urls(GatewayProperties.Routes routes) {
    return switch (this) {
      case ORDER -> routes.order().url();
      case PAYMENT -> routes.payment().url();
      case DELIVERY -> routes.delivery().url();
      case ORDER_VIEW -> routes.orderView().url();
    };
  }
}
