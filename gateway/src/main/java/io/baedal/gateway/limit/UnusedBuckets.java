package io.baedal.gateway.limit;

import io.github.bucket4j.distributed.proxy.ExpiredEntriesCleaner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes buckets that are full again, so that the table has only those of the last minutes. */
@Component
class UnusedBuckets {

  private static final Logger log = LoggerFactory.getLogger(UnusedBuckets.class);
  private static final int BATCH = 1_000;

  private final ExpiredEntriesCleaner buckets;

  UnusedBuckets(ExpiredEntriesCleaner buckets) {
    this.buckets = buckets;
  }

  @Scheduled(fixedDelayString = "30s", initialDelayString = "30s")
  void remove() {
    try {
      int removed;
      do {
        removed = buckets.removeExpired(BATCH);
      } while (removed == BATCH);
    } catch (RuntimeException e) {
      log.warn("unused buckets are not removed: {}", e.toString());
    }
  }
}
