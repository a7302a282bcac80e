package io.baedal.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The example of a realm has the claims that docs/access.md demands, and the chart's clients. */
class KeycloakRealmTest {

  private static final JsonNode REALM = read(Path.of("../docs/keycloak-realm.json"));

  @Test
  void addsEachClaimOfTheTable() throws IOException {
    Set<String> demanded = new TreeSet<>();
    Files.readAllLines(Path.of("../docs/access.md")).stream()
        .filter(line -> line.matches("\\| `(roles|customer_id).*"))
        .flatMap(line -> Stream.of(line.split("\\|")[1].split(",")))
        .forEach(claim -> demanded.add(claim.replace("`", "").strip()));

    assertThat(mappers("claim.name")).containsExactlyInAnyOrderElementsOf(demanded);
    assertThat(mappers("included.custom.audience")).containsExactly("baedal");
    assertThat(elements(REALM.at("/clients")))
        .allSatisfy(
            client -> assertThat(texts(client.at("/defaultClientScopes"))).contains("baedal"));
  }

  @Test
  void hasTheClientsOfTheExampleForProduction() throws IOException {
    String production = Files.readString(Path.of("baedal/examples/production.yaml"));

    for (String client : texts(REALM.at("/clients"), "clientId")) {
      assertThat(production).contains("existingSecretKey: " + client);
    }
    assertThat(production).contains("/realms/" + REALM.at("/realm").asText() + "/");
  }

  /** Anyone who steals a code cannot use it. */
  @Test
  void theGatewayProvesItsRequestsAndNobodySendsPasswords() {
    assertThat(REALM.at("/clients/0/attributes/pkce.code.challenge.method").asText())
        .isEqualTo("S256");
    assertThat(elements(REALM.at("/clients")))
        .allSatisfy(
            client -> {
              assertThat(client.at("/publicClient").asBoolean(true)).isFalse();
              assertThat(client.at("/directAccessGrantsEnabled").asBoolean(true)).isFalse();
              assertThat(client.at("/implicitFlowEnabled").asBoolean(true)).isFalse();
            });
  }

  private static List<String> mappers(String setting) {
    return elements(REALM.at("/clientScopes/0/protocolMappers"))
        .map(mapper -> mapper.path("config").path(setting).asText())
        .filter(value -> !value.isEmpty())
        .toList();
  }

  private static List<String> texts(JsonNode list) {
    return elements(list).map(JsonNode::asText).toList();
  }

  private static Set<String> texts(JsonNode list, String field) {
    return elements(list).map(item -> item.path(field).asText()).collect(Collectors.toSet());
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static JsonNode read(Path file) {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
