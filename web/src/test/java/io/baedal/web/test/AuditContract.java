package io.baedal.web.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import io.baedal.messaging.event.AuditOutcome;
import io.baedal.messaging.retention.Cleaner;
import io.baedal.web.audit.Actor;
import io.baedal.web.audit.AuditEntry;
import io.baedal.web.audit.AuditFilter;
import io.baedal.web.audit.AuditLog;
import io.baedal.web.audit.Call;
import io.baedal.web.audit.ChainHead;
import io.baedal.web.audit.ChainedEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit log of a service, on a real PostgreSQL. A subclass is a test of a complete service. */
public abstract class AuditContract extends WithTokens {

  /** Other tests may have left refusals that are recorded first, 20 a second. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Call CALL = new Call("DELETE", "/x", "10.0.0.7", null, null);

  @Autowired private AuditLog auditLog;
  @Autowired private Cleaner cleaner;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  private final String subject = "kim-" + UUID.randomUUID();
  private final String operator =
      ISSUER.token(claims -> claims.subject(subject).claim("roles", List.of("operator")));

  /** The name of the service. */
  protected abstract String service();

  protected String reasonWithoutToken() {
    return "This call needs an access token.";
  }

  protected String reasonWithAnotherRole() {
    return "Your roles do not allow this call.";
  }

  @Test
  void recordsAnActBeforeItRunsAndItsOutcome() throws Exception {
    assertThat(republish(operator)).isEqualTo(200);

    List<ChainedEntry> entries = of(subject);
    assertThat(entries)
        .extracting(chained -> chained.entry().outcome())
        .containsExactly(AuditOutcome.DONE, AuditOutcome.REQUESTED);
    AuditEntry outcome = entries.get(0).entry();
    assertThat(outcome.act()).isEqualTo(entries.get(1).sequence());
    assertThat(outcome.status()).isEqualTo(200);
    assertThat(outcome.reason()).isNull();
    assertThat(outcome.actor()).isEqualTo(new Actor(subject, List.of("operator")));
    assertThat(outcome.call())
        .isEqualTo(new Call("POST", "/republications", "127.0.0.1", null, null));
  }

  @Test
  void recordsWhyAnActFailed() throws Exception {
    assertThat(answer(HttpMethod.POST, "/republications", operator, "{\"since\": 1}").getStatus())
        .isEqualTo(400);

    AuditEntry outcome = of(subject).get(0).entry();
    assertThat(outcome.outcome()).isEqualTo(AuditOutcome.FAILED);
    assertThat(outcome.reason()).isEqualTo("Invalid request");
  }

  /** The database refuses the entry; the act would answer 400. */
  @Test
  void doesNotActIfItCannotRecordThat() throws Exception {
    jdbc.sql("ALTER TABLE audit_entries RENAME TO gone").update();
    try {
      var answer = answer(HttpMethod.POST, "/republications", operator, "{\"since\": 1}");
      assertThat(answer.getStatus()).isEqualTo(503);
      assertThat(json(answer).at("/type").asText()).endsWith(":service-unavailable");
    } finally {
      jdbc.sql("ALTER TABLE gone RENAME TO audit_entries").update();
    }
  }

  @Test
  void recordsNoReading() throws Exception {
    assertThat(list("").getStatus()).isEqualTo(200);
    assertThat(answer(HttpMethod.GET, "/nowhere", operator, null).getStatus()).isEqualTo(404);

    assertThat(of(subject)).isEmpty();
  }

  @Test
  void recordsARefusedCallerWithItsRoles() throws Exception {
    String customer =
        ISSUER.token(claims -> claims.subject(subject).claim("roles", List.of("customer")));
    assertThat(republish(customer)).isEqualTo(403);

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(of(subject)).hasSize(1));
    AuditEntry refused = of(subject).get(0).entry();
    assertThat(refused.outcome()).isEqualTo(AuditOutcome.REFUSED);
    assertThat(refused.actor().roles()).containsExactly("customer");
    assertThat(refused.reason()).isEqualTo(reasonWithAnotherRole());
    assertThat(refused.act()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", ""})
  void recordsACallerWithoutAValidToken(String token) throws Exception {
    String path = "/" + UUID.randomUUID();
    String trace = UUID.randomUUID().toString().replace("-", "");
    var request =
        get(path + "?secret=1")
            .header("Forwarded", "for=203.0.113.9")
            .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    assertThat(mvc.perform(request).andReturn().getResponse().getStatus()).isEqualTo(401);

    AuditEntry refused =
        await().atMost(PATIENCE).until(() -> refusedAt(path), found -> found != null);
    assertThat(refused.actor()).isEqualTo(Actor.UNKNOWN);
    assertThat(refused.call())
        .isEqualTo(new Call("GET", path, "127.0.0.1", "for=203.0.113.9", trace));
    assertThat(refused.reason())
        .isEqualTo(token.isEmpty() ? reasonWithoutToken() : "The access token is not valid.");
  }

  private AuditEntry refusedAt(String path) {
    var filter = new AuditFilter(null, null, null, AuditOutcome.REFUSED);
    return auditLog.find(filter, null, 100).stream()
        .map(ChainedEntry::entry)
        .filter(entry -> entry.call().path().equals(path))
        .findFirst()
        .orElse(null);
  }

  /** Each append has a connection, as a replica has. */
  @Test
  void replicasShareTheChain() {
    List<AuditEntry> entries = List.of(entry(Instant.now()), entry(Instant.now()));

    IntStream.range(0, 40).parallel().forEach(i -> auditLog.append(entries));

    assertThat(of(subject)).hasSize(80);
    expectUnbroken(auditLog.chain(of(subject).get(79).sequence() - 1, 1_000));
  }

  @Test
  void readsWhatWasHashed() {
    var entry =
        new AuditEntry(
            Instant.parse("2026-01-01T10:00:00.123456789Z"),
            new Actor(subject, List.of("courier", "operator")),
            Call.received("PUT", "/" + "p".repeat(500), "::1", "for=\u00e9\n", "0af7"),
            409,
            "Order ended",
            null,
            7);

    ChainedEntry added = auditLog.append(List.of(entry)).get(0);

    assertThat(auditLog.chain(added.sequence() - 1, 1)).containsExactly(added);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit_entries SET subject = 'lee'",
        "DELETE FROM audit_entries",
        "TRUNCATE audit_entries"
      })
  void entriesAreKept(String statement) {
    auditLog.append(List.of(entry(Instant.now())));

    assertThatThrownBy(() -> jdbc.sql(statement).update())
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("audit entries are not changed");
  }

  @Test
  void removesExpiredEntriesFromTheOldestOn() {
    alone(
        () -> {
          List<ChainedEntry> added =
              auditLog.append(
                  List.of(daysAgo(401), daysAgo(402), daysAgo(399), daysAgo(401), daysAgo(1)));

          cleaner.clean();

          List<ChainedEntry> kept = auditLog.chain(0, 100);
          assertThat(kept).containsExactlyElementsOf(added.subList(2, 5));
          expectUnbroken(kept);
        });
  }

  @Test
  void keepsTheNewestEntryEvenIfItIsExpired() {
    alone(
        () -> {
          List<ChainedEntry> added = auditLog.append(List.of(daysAgo(500), daysAgo(500)));

          cleaner.clean();

          assertThat(auditLog.chain(0, 100)).containsExactly(added.get(1));
          assertThat(auditLog.append(List.of(daysAgo(0))).get(0).previousHash())
              .isEqualTo(added.get(1).hash());
        });
  }

  @Test
  void publishesEachEntry() {
    ChainedEntry added = auditLog.append(List.of(entry(Instant.now()))).get(0);

    assertThat(
            jdbc.sql("SELECT count(*) FROM outbox WHERE topic = 'audit.v1' AND payload LIKE ?")
                .param("%\"hash\":\"" + added.hash() + "\"}")
                .query(Integer.class)
                .single())
        .isOne();
  }

  @Test
  void listsByCallerTimeAndOutcome() throws Exception {
    Instant now = Instant.now();
    for (int i = 0; i < 3; i++) {
      auditLog.append(List.of(entry(now.plusSeconds(i))));
    }
    String who = "who=" + subject;

    JsonNode page = json(list("?size=2&" + who));
    assertThat(page.at("/items").findValuesAsText("at"))
        .containsExactly(micros(now.plusSeconds(2)), micros(now.plusSeconds(1)));
    JsonNode rest = json(list("?size=2&" + who + "&after=" + page.at("/next").asText()));
    assertThat(rest.at("/items").findValuesAsText("at")).containsExactly(micros(now));
    assertThat(rest.at("/next").isNull()).isTrue();
    String span = "&from=" + now.plusSeconds(1) + "&to=" + now.plusSeconds(2);
    assertThat(json(list("?" + who + span)).at("/items")).hasSize(1);
    assertThat(json(list("?outcome=DONE&" + who)).at("/items")).isEmpty();
    assertThat(json(list("?outcome=REQUESTED&" + who)).at("/items")).hasSize(3);
    assertThat(page.at("/items/0/service").asText()).isEqualTo(service());
  }

  private static String micros(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS).toString();
  }

  @Test
  void showsTheChain() throws Exception {
    long before = auditLog.append(List.of(entry(Instant.now()))).get(0).sequence();
    List<ChainedEntry> added = auditLog.append(List.of(entry(Instant.now()), entry(Instant.now())));

    JsonNode part =
        json(answer(HttpMethod.GET, "/audit-chain?limit=1&after=" + before, operator, null));

    assertThat(part.at("/items").findValuesAsText("hash")).containsExactly(added.get(0).hash());
  }

  private AuditEntry daysAgo(long days) {
    return entry(Instant.now().minus(Duration.ofDays(days)));
  }

  private AuditEntry entry(Instant at) {
    return AuditEntry.requested(at, new Actor(subject, List.of("operator")), CALL);
  }

  /** The entries of a caller, newest first. */
  protected final List<ChainedEntry> of(String who) {
    return auditLog.find(new AuditFilter(who, null, null, null), null, 100);
  }

  private int republish(String caller) throws Exception {
    return answer(HttpMethod.POST, "/republications", caller, "{}").getStatus();
  }

  private MockHttpServletResponse list(String query) throws Exception {
    return answer(HttpMethod.GET, "/audit-entries" + query, operator, null);
  }

  /** Begins with an empty log, to which no other thread adds. */
  private void alone(Runnable test) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("SELECT true FROM pg_advisory_xact_lock(x'6175646974'::bigint)")
              .query(Boolean.class)
              .single();
          jdbc.sql("ALTER TABLE audit_entries DISABLE TRIGGER USER").update();
          jdbc.sql("TRUNCATE audit_entries").update();
          jdbc.sql("ALTER TABLE audit_entries ENABLE TRIGGER USER").update();
          test.run();
        });
  }

  private void expectUnbroken(List<ChainedEntry> entries) {
    ChainedEntry first = entries.get(0);
    var head = new ChainHead(first.sequence() - 1, first.previousHash());
    for (ChainedEntry entry : entries) {
      assertThat(entry).isEqualTo(head.next(service(), entry.entry()));
      head = ChainHead.of(entry);
    }
  }
}
