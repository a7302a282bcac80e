package io.baedal.web.audit;

import io.baedal.web.page.Cursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The audit log of this service, which its replicas share. Entries are not changed, and are removed
 * only when they are old enough.
 */
public interface AuditLog {

  /**
   * Adds entries in this order, and publishes them, in one transaction.
   *
   * @return the entries with their numbers and hashes
   */
  List<ChainedEntry> append(List<AuditEntry> entries);

  /** Up to {@code limit} entries with numbers greater than {@code after}, oldest first. */
  List<ChainedEntry> chain(long after, int limit);

  /** Up to {@code limit} entries, newest first. */
  List<ChainedEntry> find(AuditFilter filter, @Nullable Cursor after, int limit);
}
