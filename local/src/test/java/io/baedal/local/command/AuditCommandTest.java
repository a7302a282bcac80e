package io.baedal.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.baedal.local.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class AuditCommandTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Path SAMPLES = Path.of("../messaging/src/test/resources/events");

  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();
  private final List<ObjectNode> log = new ArrayList<>();
  private HttpServer service;

  @BeforeEach
  void start() throws IOException {
    for (String sample : List.of("requested", "answered", "refused")) {
      log.add(
          (ObjectNode)
              JSON.readTree(
                  Files.readString(
                      SAMPLES.resolve("io.baedal.audit.entry-recorded.v1--" + sample + ".json"))));
    }
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext("/audit-chain", this::answer);
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  @Test
  void printsTheHeadOfACompleteLog() {
    assertThat(run()).isZero();

    assertThat(output.toString())
        .contains("order         OK", "3 entries, 1 (2026-01-01", "--head order=3:016b2bcf0371");
  }

  @Test
  void readsAllPages() {
    extendTo(1_100);

    assertThat(run()).isZero();

    assertThat(output.toString()).contains("1100 entries");
  }

  @Test
  void acceptsALogWhoseOldestEntriesHaveExpired() {
    log.remove(0);

    assertThat(run()).isZero();
    assertThat(output.toString()).contains("2 entries, 2 (");
  }

  @Test
  void acceptsAnEmptyLog() {
    log.clear();

    assertThat(run()).isZero();
    assertThat(output.toString()).contains("OK", "no entries");
  }

  @ParameterizedTest
  @CsvSource({
    "service,payment,entry 2 is of payment",
    "at,2026-01-01T10:00:00.150002Z,entry 2 was changed",
    "subject,lee,entry 2 was changed",
    "path,/orders,entry 2 was changed",
    "reason,'',entry 2 was changed",
    "traceId,,entry 2 was changed",
    "previousHash,x,entry 2 does not follow entry 1",
    "hash,x,entry 2 was changed"
  })
  void findsAChangedField(String field, String value, String fault) {
    log.get(1).put(field, value);

    assertThat(run()).isOne();
    assertThat(output.toString()).contains("BROKEN: " + fault);
  }

  @Test
  void findsChangedRoles() {
    log.get(1).putArray("roles").add("customer");

    assertThat(run()).isOne();
    assertThat(output.toString()).contains("entry 2 was changed");
  }

  /** Whoever changes an entry can compute its hash, but not that of the next one. */
  @Test
  void findsAnEntryThatWasReplaced() {
    log.get(1).put("subject", "lee");
    rehash(log.get(1));

    assertThat(run()).isOne();
    assertThat(output.toString()).contains("entry 3 does not follow entry 2");
  }

  @Test
  void findsARemovedEntry() {
    log.remove(1);

    assertThat(run()).isOne();
    assertThat(output.toString()).contains("BROKEN: no entry 2");
  }

  @Test
  void findsARemovedEntryEvenIfTheOthersWereRenumbered() {
    log.remove(1);
    log.get(1).put("sequence", 2);

    assertThat(run()).isOne();
    assertThat(output.toString()).contains("entry 2 does not follow entry 1");
  }

  @Test
  void findsARemovedEndIfItsHeadWasNoted() {
    String head = "order=3:" + log.get(2).get("hash").asText();
    assertThat(run("--head", head)).isZero();
    log.remove(2);

    assertThat(run()).isZero();
    assertThat(run("--head", head)).isOne();
    assertThat(output.toString()).contains("entry 3, which was noted, is missing at the end");
  }

  @Test
  void findsALogThatWasWrittenAgain() {
    String head = "order=2:" + "a".repeat(64);

    assertThat(run("--head", head)).isOne();
    assertThat(output.toString()).contains("entry 2 is not the one that was noted");
  }

  @Test
  void saysThatANotedHeadHasExpired() {
    String head = "order=1:" + log.get(0).get("hash").asText();
    log.remove(0);

    assertThat(run("--head", head)).isZero();
    assertThat(output.toString()).contains("the noted head is older than the oldest entry");
  }

  @ParameterizedTest
  @ValueSource(strings = {"order=3", "order=0:aa", "order=x"})
  void rejectsInvalidHeads(String head) {
    assertThat(run("--head", head)).isEqualTo(2);
  }

  @Test
  void rejectsServicesWithoutALog() {
    assertThat(run("--head", "gateway=1:" + "a".repeat(64))).isOne();
    assertThat(errors.toString()).contains("gateway");
  }

  private void extendTo(int entries) {
    while (log.size() < entries) {
      ObjectNode last = log.get(log.size() - 1);
      ObjectNode next = last.deepCopy();
      next.put("sequence", log.size() + 1).put("previousHash", last.get("hash").asText());
      rehash(next);
      log.add(next);
    }
  }

  private static void rehash(ObjectNode entry) {
    entry.put("hash", AuditHash.of(entry, entry.get("previousHash").asText()));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String[] query = exchange.getRequestURI().getQuery().split("[=&]");
    ArrayNode items = JSON.createArrayNode();
    page(Integer.parseInt(query[1]), Long.parseLong(query[3])).forEach(items::add);
    byte[] body =
        JSON.createObjectNode().<ObjectNode>set("items", items).toString().getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private Stream<? extends JsonNode> page(int limit, long after) {
    return log.stream().filter(entry -> entry.get("sequence").asLong() > after).limit(limit);
  }

  private int run(String... arguments) {
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(output, true));
    command.setErr(new PrintWriter(errors, true));
    List<String> all = new ArrayList<>(List.of("audit", "--token=secret", "--at"));
    all.add("order=http://localhost:" + service.getAddress().getPort());
    all.addAll(List.of(arguments));
    return command.execute(all.toArray(String[]::new));
  }
}
