package io.baedal.charts;

import static io.baedal.charts.Manifest.elements;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** docker-compose.yml gives each container no more than it needs. */
class ComposeTest {

  private static final JsonNode SERVICES =
      Yaml.document(Project.read(Project.ROOT.resolve("docker-compose.yml"))).path("services");

  /** These create the passwords, set them, and then end. */
  private static final Set<String> SETTERS = Set.of("passwords", "databases");

  @Test
  void eachServiceMountsItsOwnPasswordsOnly() {
    Map<String, Set<String>> readers = new TreeMap<>();
    SERVICES
        .fieldNames()
        .forEachRemaining(
            service ->
                volumes(service)
                    .filter(volume -> volume.endsWith("-passwords"))
                    .filter(volume -> !SETTERS.contains(service))
                    .forEach(
                        volume ->
                            readers
                                .computeIfAbsent(volume, unread -> new TreeSet<>())
                                .add(service)));

    Map<String, Set<String>> expected =
        Stream.of("order", "payment", "delivery", "order-view", "orchestrator", "gateway")
            .collect(
                Collectors.toMap(
                    service -> service + "-passwords", service -> Set.of(service, service + "-2")));
    expected.put("identity-passwords", Set.of("identity"));
    assertThat(readers).isEqualTo(expected);
  }

  @Test
  void noServiceMountsThePasswordOfTheSuperuser() {
    assertThat(all().filter(service -> volumes(service).anyMatch("superuser"::equals)))
        .containsExactlyInAnyOrder("passwords", "postgres", "databases");
  }

  @Test
  void onlyServicesThatUseTheStoresReachThem() {
    assertThat(all().filter(service -> networks(service).contains("stores")))
        .containsExactlyInAnyOrder(
            "order",
            "order-2",
            "payment",
            "payment-2",
            "delivery",
            "delivery-2",
            "order-view",
            "order-view-2",
            "orchestrator",
            "orchestrator-2",
            "postgres",
            "databases",
            "kafka");
    assertThat(List.of("databases", "kafka"))
        .allSatisfy(store -> assertThat(networks(store)).containsExactly("stores"));
    assertThat(networks("postgres")).containsExactly("sessions", "stores");
    assertThat(all().filter(service -> networks(service).contains("sessions")))
        .containsExactlyInAnyOrder("gateway", "gateway-2", "postgres");
  }

  @Test
  void everyThirdPartyImageHasAnExactVersion() {
    assertThat(all().map(service -> SERVICES.path(service).path("image").asText()))
        .filteredOn(image -> !image.startsWith("baedal/"))
        .isNotEmpty()
        .allSatisfy(image -> assertThat(image).matches("\\$\\{[A-Z]+_IMAGE:-.+:v?\\d+\\.\\d+.*}"));
    assertThat(SERVICES.at("/order/build/args/BUILD_IMAGE").asText()).contains(":17.0.");
    assertThat(SERVICES.at("/order/build/args/RUNTIME_IMAGE").asText()).matches(".*-\\d{8}-slim}");
  }

  private static Stream<String> all() {
    Iterable<String> names = SERVICES::fieldNames;
    return StreamSupport.stream(names.spliterator(), false);
  }

  /** Names of the volumes; a bind mount begins with a dot. */
  private static Stream<String> volumes(String service) {
    return elements(SERVICES.path(service).path("volumes"))
        .map(volume -> volume.asText().split(":", 2)[0]);
  }

  private static Set<String> networks(String service) {
    JsonNode networks = SERVICES.path(service).path("networks");
    Set<String> names = new TreeSet<>();
    networks.fieldNames().forEachRemaining(names::add);
    elements(networks).filter(JsonNode::isTextual).forEach(name -> names.add(name.asText()));
    return names;
  }
}
