package io.baedal.web.audit.jdbc;

import io.baedal.messaging.outbox.Outbox;
import io.baedal.web.audit.AuditEntry;
import io.baedal.web.audit.AuditFilter;
import io.baedal.web.audit.AuditLog;
import io.baedal.web.audit.ChainHead;
import io.baedal.web.audit.ChainedEntry;
import io.baedal.web.page.Cursor;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An {@link AuditLog} in a table. A lock in the database puts the replicas in a sequence. It is
 * held until the commit, so the events are published in the same sequence.
 */
final class JdbcAuditLog implements AuditLog {

  /** The lock's number is "audit" in ASCII. A separate statement, since the next must see more. */
  private static final String LOCK =
      "SELECT true FROM pg_advisory_xact_lock(x'6175646974'::bigint)";

  private static final String HEAD =
      "SELECT sequence, hash FROM audit_entries ORDER BY sequence DESC LIMIT 1";

  private static final String INSERT =
      """
      INSERT INTO audit_entries
        (sequence, at, subject, roles, method, path, address, forwarded_for, trace_id, status,
         reason, act, unrecorded, previous_hash, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String CHAIN =
      "SELECT * FROM audit_entries WHERE sequence > ? ORDER BY sequence LIMIT ?";

  private final String service;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Outbox outbox;
  private final RowMapper<ChainedEntry> rows;

  /**
   * @param service whose log it is
   */
  JdbcAuditLog(String service, JdbcClient jdbc, TransactionTemplate transaction, Outbox outbox) {
    this.service = service;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.outbox = outbox;
    this.rows = new AuditRows(service);
  }

  @Override
  public List<ChainedEntry> append(List<AuditEntry> entries) {
    return Objects.requireNonNull(transaction.execute(status -> appendLocked(entries)));
  }

  private List<ChainedEntry> appendLocked(List<AuditEntry> entries) {
    jdbc.sql(LOCK).query(Boolean.class).single();
    ChainHead head = jdbc.sql(HEAD).query(ChainHead.class).optional().orElse(ChainHead.START);
    List<ChainedEntry> added = new ArrayList<>();
    for (AuditEntry entry : entries) {
      ChainedEntry next = head.next(service, entry);
      insert(next);
      outbox.publish(next.recorded());
      added.add(next);
      head = ChainHead.of(next);
    }
    return added;
  }

  private void insert(ChainedEntry chained) {
    AuditEntry entry = chained.entry();
    jdbc.sql(INSERT)
        .params(
            chained.sequence(),
            entry.at().atOffset(ZoneOffset.UTC),
            entry.actor().subject(),
            String.join(",", entry.actor().roles()),
            entry.call().method(),
            entry.call().path(),
            entry.call().address(),
            entry.call().forwardedFor(),
            entry.call().traceId(),
            entry.status(),
            entry.reason(),
            entry.act(),
            entry.unrecorded(),
            chained.previousHash(),
            chained.hash())
        .update();
  }

  @Override
  public List<ChainedEntry> chain(long after, int limit) {
    return jdbc.sql(CHAIN).params(after, limit).query(rows).list();
  }

  @Override
  public List<ChainedEntry> find(AuditFilter filter, @Nullable Cursor after, int limit) {
    var list = new AuditListSql(filter, after, limit);
    return jdbc.sql(list.text()).params(list.params()).query(rows).list();
  }
}
