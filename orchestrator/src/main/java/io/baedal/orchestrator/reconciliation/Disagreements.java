package io.baedal.orchestrator.reconciliation;

import io.baedal.web.page.Cursor;
import io.baedal.web.page.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The disagreements that stand. */
public interface Disagreements {

  /** A page of them, the one that has stood longest first; null filters nothing. */
  Page<Disagreement> find(
      @Nullable Kind kind,
      @Nullable UUID orderId,
      @Nullable Long orderNumber,
      @Nullable Cursor after,
      int size);

  /** How many there are of each kind; kinds of which there are none are left out. */
  Map<Kind, Long> count();

  /**
   * Keeps what was found of some orders at {@code now}, and forgets whatever else was known of
   * them: that has been put right.
   *
   * @return those of {@code found} that are new
   */
  List<Disagreement> keep(Collection<UUID> orders, List<Disagreement> found, Instant now);

  /** Up to {@code limit} orders that have not been looked at since {@code before}. */
  List<UUID> notSeenSince(Instant before, int limit);

  /** Notes that these orders were looked at, with whatever result. */
  void looked(Collection<UUID> orders, Instant now);
}
