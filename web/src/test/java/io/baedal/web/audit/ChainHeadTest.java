package io.baedal.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChainHeadTest {

  private static final Instant AT = Instant.parse("2026-01-01T10:00:00.123456Z");
  private static final Actor KIM = new Actor("kim", List.of("customer", "operator"));
  private static final Call CALL = new Call("POST", "/a", "::1", null, null);

  /** The hashes in the recorded samples were computed by another program. */
  @ParameterizedTest
  @ValueSource(strings = {"requested", "answered", "refused"})
  void hashesAsDescribed(String sample) throws IOException {
    JsonNode json =
        new ObjectMapper()
            .readTree(
                Files.readString(
                    Path.of(
                        "../messaging/src/test/resources/events/"
                            + "io.baedal.audit.entry-recorded.v1--%s.json".formatted(sample))));
    var head = new ChainHead(json.get("sequence").asLong() - 1, text(json, "previousHash"));

    ChainedEntry next = head.next(text(json, "service"), entry(json));

    assertThat(next.hash()).isEqualTo(text(json, "hash"));
    assertThat(next.recorded().outcome()).hasToString(text(json, "outcome"));
  }

  private static AuditEntry entry(JsonNode json) {
    List<String> roles = new ArrayList<>();
    json.get("roles").forEach(role -> roles.add(role.asText()));
    return new AuditEntry(
        Instant.parse(text(json, "at")),
        new Actor(text(json, "subject"), roles),
        new Call(
            text(json, "method"),
            text(json, "path"),
            text(json, "address"),
            text(json, "forwardedFor"),
            text(json, "traceId")),
        json.get("status").isNull() ? null : json.get("status").asInt(),
        text(json, "reason"),
        json.get("act").isNull() ? null : json.get("act").asLong(),
        json.get("unrecorded").asLong());
  }

  private static String text(JsonNode json, String field) {
    return json.get(field).isNull() ? null : json.get(field).asText();
  }

  static Stream<AuditEntry> others() {
    AuditEntry act = AuditEntry.requested(AT, KIM, CALL);
    return Stream.of(
        AuditEntry.requested(AT.plusNanos(1_000), KIM, CALL),
        AuditEntry.requested(AT, Actor.UNKNOWN, CALL),
        AuditEntry.requested(AT, new Actor("", List.of()), CALL),
        AuditEntry.requested(AT, new Actor("kim", List.of("customer")), CALL),
        // the same characters in other fields
        AuditEntry.requested(AT, KIM, new Call("POST/", "a", "::1", null, null)),
        AuditEntry.requested(AT, KIM, new Call("POST", "/a::", "1", null, null)),
        AuditEntry.requested(AT, KIM, new Call("POST", "/a", "::1", "", null)),
        AuditEntry.requested(AT, KIM, new Call("POST", "/a", "::1", null, "")),
        act.answered(AT, 200, null, 1),
        act.answered(AT, 200, "", 1),
        act.answered(AT, 200, null, 2),
        act.withUnrecorded(1));
  }

  @ParameterizedTest
  @MethodSource("others")
  void anotherEntryHasAnotherHash(AuditEntry other) {
    String hash = ChainHead.START.next("order", AuditEntry.requested(AT, KIM, CALL)).hash();

    assertThat(ChainHead.START.next("order", other).hash()).isNotEqualTo(hash);
  }

  @Test
  void theHashDependsOnServicePlaceAndPreviousEntry() {
    AuditEntry entry = AuditEntry.requested(AT, KIM, CALL);

    assertThat(
            Stream.of(
                    ChainHead.START.next("order", entry),
                    ChainHead.START.next("payment", entry),
                    new ChainHead(1, ChainHead.START.hash()).next("order", entry),
                    new ChainHead(0, "1".repeat(64)).next("order", entry))
                .map(ChainedEntry::hash))
        .doesNotHaveDuplicates();
  }
}
