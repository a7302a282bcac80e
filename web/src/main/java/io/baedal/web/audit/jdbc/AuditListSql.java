package io.baedal.web.audit.jdbc;

import io.baedal.messaging.event.AuditOutcome;
import io.baedal.web.audit.AuditFilter;
import io.baedal.web.page.Cursor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statement that reads a page of a list, and its parameters. */
final class AuditListSql {

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> params = new HashMap<>();

  AuditListSql(AuditFilter filter, @Nullable Cursor after, int limit) {
    where("subject = :subject", "subject", filter.subject());
    AuditOutcome outcome = filter.outcome();
    where("outcome = :outcome", "outcome", outcome == null ? null : outcome.name());
    where("at >= :from", "from", utc(filter.from()));
    where("at < :to", "to", utc(filter.to()));
    if (after != null) {
      where("(at, sequence) < (:afterAt, :afterSequence)", "afterAt", utc(after.at()));
      params.put("afterSequence", after.id().getLeastSignificantBits());
    }
    params.put("limit", limit);
  }

  String text() {
    return "SELECT * FROM audit_entries "
        + (conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions))
        + " ORDER BY at DESC, sequence DESC LIMIT :limit";
  }

  Map<String, Object> params() {
    return params;
  }

  private void where(String condition, String param, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      params.put(param, value);
    }
  }

  private static @Nullable Object utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
