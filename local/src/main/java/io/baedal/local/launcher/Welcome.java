package io.baedal.local.launcher;

import io.baedal.local.common.Account;
import io.baedal.local.common.Instance;
import io.baedal.local.common.Part;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** The message for the user when everything is ready. */
final class Welcome {
  private Welcome() {}

  static String text(LocalSystem system, Duration took) {
    return String.format(
        Locale.ROOT,
        """

        Baedal is ready (%.0f s). Ctrl-C stops it.

          Gateway      %s   (a browser logs in at /login)
          Accounts     %s
                       A token for a call: ./baedal token customer
          Cockpit      %s/camunda/app/cockpit/default/   as operator
          Swagger UI   %s/swagger-ui.html   (of all services but the orchestrator:
                       %s/swagger-ui.html)
          Health       %s/actuator/health   (of the gateway; metrics: /actuator/prometheus.
                       Other services: 10000 above their port.)
          Kafka        %s
          PostgreSQL   %s   user orders, password %s
                       (also payment, delivery, orchestrator, order_view, gateway: password in %s)

        Place an order:
          curl -s %s/orders -H "Authorization: Bearer $(./baedal token customer)" \\
            -H 'Content-Type: application/json' -d '{"orderId": "30", "productName": "APPLE"}'
        or place and follow one:  ./baedal order
        See the events:           ./baedal events
        """,
        took.toMillis() / 1_000.0,
        gateways(system),
        accounts(system),
        system.address(Part.ORCHESTRATOR),
        system.address(Part.GATEWAY),
        system.address(Part.ORCHESTRATOR),
        system.management(Instance.first(Part.GATEWAY)),
        system.kafkaBootstrap(),
        system.jdbcUrl(Part.ORDER),
        system.credentials(Part.ORDER).password(),
        system.passwordFiles(),
        system.address(Part.GATEWAY));
  }

  private static String accounts(LocalSystem system) {
    return Account.people().stream()
        .map(system::credentials)
        .map(login -> "%-10s password %s".formatted(login.username(), login.password()))
        .collect(Collectors.joining("\n               "));
  }

  private static String gateways(LocalSystem system) {
    String gateways =
        system.instances(Part.GATEWAY).stream()
            .map(gateway -> system.address(gateway).toString())
            .collect(Collectors.joining(", "));
    return gateways.isEmpty() ? "not started" : gateways;
  }
}
