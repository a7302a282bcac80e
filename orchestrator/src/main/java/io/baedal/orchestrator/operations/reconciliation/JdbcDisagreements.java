package io.baedal.orchestrator.operations.reconciliation;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baedal.web.page.Cursor;
import io.baedal.web.page.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** {@link Disagreements} in a table; a batch of orders takes two statements. */
@Repository
class JdbcDisagreements implements Disagreements {

  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private static final String FIND =
      """
      SELECT * FROM disagreements
      WHERE (:kind::text IS NULL OR kind = :kind::text)
        AND (:orderId::uuid IS NULL OR order_id = :orderId::uuid)
        AND (:orderNumber::bigint IS NULL OR order_id IN
          (SELECT order_id FROM order_progress WHERE placed ->> 'number' = :orderNumber::text))
        AND (:since::timestamptz IS NULL OR (first_seen_at, id) > (:since::timestamptz, :id::uuid))
      ORDER BY first_seen_at, id LIMIT :limit
      """;

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  JdbcDisagreements(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public Page<Disagreement> find(
      @Nullable Kind kind,
      @Nullable UUID orderId,
      @Nullable Long orderNumber,
      @Nullable Cursor after,
      int size) {
    List<Row> rows =
        jdbc.sql(FIND)
            .param("kind", kind == null ? null : kind.name())
            .param("orderId", orderId)
            .param("orderNumber", orderNumber)
            .param("since", after == null ? null : after.at().atOffset(UTC))
            .param("id", after == null ? null : after.id())
            .param("limit", size + 1)
            .query((row, index) -> new Row(row.getObject("id", UUID.class), disagreement(row)))
            .list();
    return Page.of(
        rows,
        size,
        row -> new Cursor(row.disagreement().firstSeenAt(), row.id()),
        Row::disagreement);
  }

  @Override
  public Map<Kind, Long> count() {
    return jdbc
        .sql("SELECT kind, count(*) AS orders FROM disagreements GROUP BY kind")
        .query(KindCount.class)
        .list()
        .stream()
        .collect(toMap(KindCount::kind, KindCount::orders));
  }

  @Override
  @Transactional
  public List<Disagreement> store(Collection<UUID> orders, List<Disagreement> found, Instant now) {
    Set<Key> added = found.isEmpty() ? Set.of() : add(found, now);
    jdbc.sql("DELETE FROM disagreements WHERE order_id = ANY (?::uuid[]) AND last_seen_at < ?")
        .params(texts(orders, UUID::toString), now.atOffset(UTC))
        .update();
    return found.stream()
        .filter(one -> added.contains(new Key(one.orderId(), one.kind())))
        .toList();
  }

  /** Returns those that are new. */
  private Set<Key> add(List<Disagreement> found, Instant now) {
    return jdbc
        .sql(
            """
            INSERT INTO disagreements (order_id, kind, sides, first_seen_at, last_seen_at)
            SELECT order_id, kind, sources, :now, :now
            FROM unnest(:orders::uuid[], :kinds::text[], :sources::jsonb[])
              AS found (order_id, kind, sources)
            ON CONFLICT (order_id, kind) DO UPDATE
              SET sides = excluded.sides, last_seen_at = excluded.last_seen_at
            RETURNING order_id, kind, first_seen_at = last_seen_at AS added
            """)
        .param("now", now.atOffset(UTC))
        .param("orders", texts(found, one -> one.orderId().toString()))
        .param("kinds", texts(found, one -> one.kind().name()))
        .param("sources", texts(found, one -> write(one.sources())))
        .query(Stored.class)
        .list()
        .stream()
        .filter(Stored::added)
        .map(stored -> new Key(stored.orderId(), stored.kind()))
        .collect(toSet());
  }

  @Override
  public List<UUID> notCheckedSince(Instant before, int limit) {
    return jdbc.sql(
            """
            SELECT order_id FROM disagreements WHERE last_seen_at < ?
            GROUP BY order_id ORDER BY min(last_seen_at), order_id LIMIT ?
            """)
        .params(before.atOffset(UTC), limit)
        .query(UUID.class)
        .list();
  }

  @Override
  public void checked(Collection<UUID> orders, Instant now) {
    jdbc.sql(
            """
            UPDATE disagreements SET last_seen_at = :now
            WHERE order_id = ANY (:orders::uuid[]) AND last_seen_at < :now
            """)
        .param("now", now.atOffset(UTC))
        .param("orders", texts(orders, UUID::toString))
        .update();
  }

  private Disagreement disagreement(ResultSet row) throws SQLException {
    return new Disagreement(
        row.getObject("order_id", UUID.class),
        Kind.valueOf(row.getString("kind")),
        read(row.getString("sides")),
        row.getTimestamp("first_seen_at").toInstant(),
        row.getTimestamp("last_seen_at").toInstant());
  }

  private static <T> String[] texts(Collection<T> all, Function<T, String> text) {
    return all.stream().map(text).toArray(String[]::new);
  }

  private String write(Map<String, String> sources) {
    try {
      return json.writeValueAsString(sources);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("disagreement cannot be written as JSON", e);
    }
  }

  private Map<String, String> read(String sources) {
    try {
      return json.readValue(sources, TEXTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored disagreement cannot be read", e);
    }
  }

  private record Row(UUID id, Disagreement disagreement) {}

  private record Stored(UUID orderId, Kind kind, boolean added) {}

  private record KindCount(Kind kind, long orders) {}

  private record Key(UUID orderId, Kind kind) {}
}
