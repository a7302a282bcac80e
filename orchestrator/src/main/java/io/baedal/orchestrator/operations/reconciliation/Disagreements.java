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

  /** A page of them, the oldest first; null filters nothing. */
  Page<Disagreement> find(
      @Nullable Kind kind,
      @Nullable UUID orderId,
      @Nullable Long orderNumber,
      @Nullable Cursor after,
      int size);

  /** How many there are of each kind; kinds of which there are none are left out. */
  Map<Kind, Long> count();

  /**
   * Stores the disagreements found on some orders at {@code now}, and deletes all others on them:
   * those have been resolved.
   *
   * @return those of {@code found} that are new
   */
  List<Disagreement> keep(Collection<UUID> orders, List<Disagreement> found, Instant now);

  /** Up to {@code limit} orders that have not been checked since {@code before}. */
  List<UUID> notSeenSince(Instant before, int limit);

  /** Records that these orders were checked, whatever the result. */
  void looked(Collection<UUID> orders, Instant now);
}
