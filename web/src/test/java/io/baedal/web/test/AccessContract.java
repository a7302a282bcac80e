package io.baedal.web.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.baedal.web.access.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Each endpoint of a service with each role, and with tokens that are not valid, by the table in
 * {@code docs/access.md}. A subclass is a test of a complete service, and shows for its own orders
 * that a caller sees nothing of others.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AccessContract extends WithTokens {

  private static final Path TABLE = Path.of("../docs/access.md");

  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  /** The name of the service in the table. */
  protected abstract String service();

  /**
   * A line of the table.
   *
   * @param allowed {@code all}, {@code own} or {@code –} for each role
   */
  public record Rule(HttpMethod method, String pattern, Map<Role, String> allowed) {

    String path() {
      return pattern.replaceAll("\\{[^}]+}", RandomRequests.ID);
    }

    boolean allows(Role role) {
      return !allowed.get(role).equals("–");
    }

    @Override
    public String toString() {
      return method + " " + pattern;
    }
  }

  /** A token that must be refused. */
  public record BadToken(String name, String token) {
    @Override
    public String toString() {
      return name;
    }
  }

  List<Rule> rules() {
    try (Stream<String> lines = Files.lines(TABLE)) {
      return lines
          .filter(line -> line.startsWith("| " + service() + " | `"))
          .map(AccessContract::rule)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Rule rule(String line) {
    List<String> cells =
        Arrays.stream(line.split("\\|"))
            .map(String::strip)
            .filter(cell -> !cell.isEmpty())
            .toList();
    String[] endpoint = cells.get(1).replace("`", "").split(" ");
    Map<Role, String> allowed = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      String cell = cells.get(2 + role.ordinal());
      assertThat(cell).isIn("all", "own", "–");
      allowed.put(role, cell);
    }
    return new Rule(HttpMethod.valueOf(endpoint[0]), endpoint[1], allowed);
  }

  @Test
  void theTableNamesEachEndpointOnce() {
    assertThat(rules())
        .extracting(Rule::toString)
        .containsExactlyInAnyOrderElementsOf(
            Operation.all(requestMappingHandlerMapping).stream().map(Operation::toString).toList());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void eachRoleMayDoWhatTheTableSays(Rule rule) throws Exception {
    for (Role role : Role.values()) {
      int status = call(rule, ISSUER.token(role.claim()));
      if (rule.allows(role)) {
        assertThat(status).as(role.toString()).isNotIn(401, 403);
      } else {
        assertThat(status).as(role.toString()).isEqualTo(403);
      }
    }
    assertThat(call(rule, ISSUER.token("admin"))).isEqualTo(403);
    assertThat(call(rule, ISSUER.token(token -> {}))).isEqualTo(403);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void refusesCallersWithoutAValidToken(Rule rule) throws Exception {
    assertThat(call(rule, null)).isEqualTo(401);
    for (BadToken bad : badTokens()) {
      assertThat(call(rule, bad.token)).as(bad.name).isEqualTo(401);
    }
  }

  private static List<BadToken> badTokens() {
    String valid = ISSUER.token("operator");
    String other = ISSUER.token("customer");
    return List.of(
        new BadToken("expired", changed(t -> t.expirationTime(inSeconds(-60)))),
        new BadToken("without expiry", changed(t -> t.expirationTime(null))),
        new BadToken("not yet valid", changed(t -> t.notBeforeTime(inSeconds(60)))),
        new BadToken("for another audience", changed(t -> t.audience("other"))),
        new BadToken("of another issuer", changed(t -> t.issuer("http://localhost:1"))),
        new BadToken("unsigned", new PlainJWT(ISSUER.claims(operator())).serialize()),
        new BadToken("another algorithm", ISSUER.sign(JWSAlgorithm.RS512, operator())),
        new BadToken("changed", valid.substring(0, valid.lastIndexOf('.')) + signature(other)));
  }

  private static String changed(Consumer<JWTClaimsSet.Builder> change) {
    return ISSUER.token(operator().andThen(change));
  }

  private static Consumer<JWTClaimsSet.Builder> operator() {
    return token -> token.claim("roles", List.of("operator", "customer", "store", "service"));
  }

  private static Date inSeconds(int seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }

  private static String signature(String token) {
    return token.substring(token.lastIndexOf('.'));
  }

  /** Expects that {@code caller} finds nothing under {@code paths} and in {@code lists}. */
  protected final void expectHidden(String caller, List<String> paths, List<String> lists)
      throws Exception {
    for (String path : paths) {
      assertThat(answer(HttpMethod.GET, path, caller, null).getStatus()).as(path).isEqualTo(404);
    }
    for (String list : lists) {
      assertThat(items(list, caller)).as(list).isEmpty();
    }
  }

  /** Expects that {@code caller} finds what is under {@code paths}, and one item in each list. */
  protected final void expectVisible(String caller, List<String> paths, List<String> lists)
      throws Exception {
    for (String path : paths) {
      assertThat(answer(HttpMethod.GET, path, caller, null).getStatus()).as(path).isEqualTo(200);
    }
    for (String list : lists) {
      assertThat(items(list, caller)).as(list).hasSize(1);
    }
  }

  private JsonNode items(String list, String caller) throws Exception {
    return json(answer(HttpMethod.GET, list, caller, null)).get("items");
  }

  private int call(Rule rule, String token) throws Exception {
    var request = request(rule.method, rule.path());
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (rule.method != HttpMethod.GET) {
      // no service accepts it
      request.contentType(MediaType.APPLICATION_JSON).content("{\"unknown\": 1}");
    }
    return mvc.perform(request).andReturn().getResponse().getStatus();
  }
}
