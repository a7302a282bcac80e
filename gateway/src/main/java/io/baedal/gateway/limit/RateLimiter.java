package io.baedal.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.baedal.gateway.limit.RateLimitProperties.Limit;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;

/**
 * Counts requests in buckets that all replicas share. A replica tells the others within a second,
 * or earlier if it has used a tenth of a bucket, so that most requests need no call of the
 * database. While that does not answer, each replica counts alone.
 */
final class RateLimiter {

  private static final int MOST_BUCKETS = 100_000;
  private static final Duration UNSHARED = Duration.ofSeconds(1);
  private static final int UNSHARED_PART = 10;

  private final ProxyManager<String> shared;
  private final CircuitBreaker database;
  private final Cache<String, Buckets> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_BUCKETS)
          .expireAfterAccess(Duration.ofMinutes(5))
          .build();

  RateLimiter(ProxyManager<String> shared, CircuitBreaker database) {
    this.shared = shared;
    this.database = database;
  }

  /**
   * Counts one request; blocks while the buckets are shared.
   *
   * @return how long to wait before the next one if there are too many; otherwise zero
   */
  Duration count(String key, Limit limit) {
    Buckets both = buckets.get(key, absent -> buckets(key, limit));
    ConsumptionProbe result = consume(both);
    return result.isConsumed()
        ? Duration.ZERO
        : Duration.ofNanos(Math.max(1, result.getNanosToWaitForRefill()));
  }

  private ConsumptionProbe consume(Buckets both) {
    if (!database.tryAcquirePermission()) {
      return both.alone().tryConsumeAndReturnRemaining(1);
    }
    long start = database.getCurrentTimestamp();
    try {
      ConsumptionProbe result = both.shared().tryConsumeAndReturnRemaining(1);
      database.onSuccess(database.getCurrentTimestamp() - start, database.getTimestampUnit());
      return result;
    } catch (RuntimeException e) {
      database.onError(database.getCurrentTimestamp() - start, database.getTimestampUnit(), e);
      return both.alone().tryConsumeAndReturnRemaining(1);
    }
  }

  private Buckets buckets(String key, Limit limit) {
    Bandwidth bandwidth =
        Bandwidth.builder()
            .capacity(limit.burst())
            .refillGreedy(limit.perSecond(), Duration.ofSeconds(1))
            .build();
    Bucket together =
        shared
            .builder()
            .withOptimization(
                Optimizations.delaying(
                    new DelayParameters(Math.max(1, limit.burst() / UNSHARED_PART), UNSHARED)))
            .build(key, () -> BucketConfiguration.builder().addLimit(bandwidth).build());
    return new Buckets(together, Bucket.builder().addLimit(bandwidth).build());
  }

  private record Buckets(Bucket shared, Bucket alone) {}
}
