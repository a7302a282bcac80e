package io.baedal.orchestrator.operations.reconciliation;

import io.baedal.web.page.Cursor;
import io.baedal.web.page.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The open disagreements. */
public interface Disagreements {

  /** A page of them, the oldest first. A null parameter does not filter. */
  Page<Disagreement> find(
      @Nullable Kind kind,
      @Nullable UUID orderId,
      @Nullable Long orderNumber,
      @Nullable Cursor after,
      int size);

  /** The number of each kind; kinds without any are left out. */
  Map<Kind, Long> count();

  /**
   * Stores the disagreements that were found on {@code orders} at {@code now}, and deletes the
   * others on these orders, which are resolved.
   *
   * @return those of {@code found} that are new
   */
  List<Disagreement> store(Collection<UUID> orders, List<Disagreement> found, Instant now);

  /** Up to {@code limit} orders that have not been checked since {@code before}. */
  List<UUID> notCheckedSince(Instant before, int limit);

  /** Records that orders were checked, whatever the result. */
  void checked(Collection<UUID> orders, Instant now);
}
