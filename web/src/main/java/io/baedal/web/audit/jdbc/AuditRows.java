package io.baedal.web.audit.jdbc;

import io.baedal.web.audit.Actor;
import io.baedal.web.audit.AuditEntry;
import io.baedal.web.audit.Call;
import io.baedal.web.audit.ChainedEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;

/** Reads rows of {@code audit_entries}. */
final class AuditRows implements RowMapper<ChainedEntry> {

  private final String service;

  AuditRows(String service) {
    this.service = service;
  }

  @Override
  public ChainedEntry mapRow(ResultSet row, int index) throws SQLException {
    return new ChainedEntry(
        service,
        row.getLong("sequence"),
        entry(row),
        row.getString("previous_hash"),
        row.getString("hash"));
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getObject("at", OffsetDateTime.class).toInstant(),
        actor(row),
        call(row),
        row.getObject("status", Integer.class),
        row.getString("reason"),
        row.getObject("act", Long.class),
        row.getLong("unrecorded"));
  }

  private static Actor actor(ResultSet row) throws SQLException {
    String roles = row.getString("roles");
    return new Actor(
        row.getString("subject"), roles.isEmpty() ? List.of() : List.of(roles.split(",", -1)));
  }

  private static Call call(ResultSet row) throws SQLException {
    return new Call(
        row.getString("method"),
        row.getString("path"),
        row.getString("address"),
        row.getString("forwarded_for"),
        row.getString("trace_id"));
  }
}
