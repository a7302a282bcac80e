package io.baedal.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The four services, mocked by WireMock; each answers 200 with its name by default. */
final class Services {

  private static final Map<Service, WireMockServer> SERVERS = new EnumMap<>(Service.class);
  private static final Map<WireMockServer, Integer> PORTS_OF_STOPPED = new HashMap<>();

  static {
    for (Service service : Service.values()) {
      WireMockServer server = new WireMockServer(options().dynamicPort());
      server.start();
      SERVERS.put(service, server);
    }
  }

  static WireMockServer of(Service service) {
    return SERVERS.get(service);
  }

  static void register(DynamicPropertyRegistry registry) {
    SERVERS.forEach(
        (service, server) -> {
          int port = server.port();
          registry.add("gateway.routes." + service.id() + ".url", () -> "http://localhost:" + port);
        });
  }

  static void reset() {
    SERVERS.replaceAll((service, server) -> server.isRunning() ? server : restarted(server));
    SERVERS.forEach(
        (service, server) -> {
          server.resetAll();
          server.stubFor(
              any(anyUrl())
                  .willReturn(
                      aResponse().withHeader("Content-Type", "text/plain").withBody(service.id())));
        });
  }

  static void stop(Service service) {
    WireMockServer server = of(service);
    PORTS_OF_STOPPED.put(server, server.port());
    server.stop();
  }

  static void start(Service service) {
    SERVERS.put(service, restarted(of(service)));
  }

  private static WireMockServer restarted(WireMockServer stopped) {
    WireMockConfiguration samePort = options().port(PORTS_OF_STOPPED.remove(stopped));
    WireMockServer server = new WireMockServer(samePort);
    server.start();
    return server;
  }

  private Services() {}
}
