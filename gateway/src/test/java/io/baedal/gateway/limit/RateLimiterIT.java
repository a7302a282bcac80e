package io.baedal.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.baedal.gateway.limit.RateLimitProperties.Limit;
import io.baedal.messaging.test.TestPostgres;
import java.time.Duration;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Replicas count in one database. */
class RateLimiterIT {

  /** It refills so slowly that nothing is added during a test. */
  private static final Limit TWENTY = new Limit(20, 1);

  private static final RateLimitConfiguration CONFIGURATION =
      new RateLimitConfiguration(new RateLimitProperties(TWENTY, TWENTY, TWENTY, 0));

  private static HikariDataSource database;

  @BeforeAll
  static void migrate() {
    database = pool(TestPostgres.newDatabase());
    Flyway.configure().dataSource(database).load().migrate();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void countsUpToTheBurstAndSaysHowLongToWait() {
    RateLimiter limiter = limiter(database);

    assertThat(accepted(limiter, "a", 50)).isBetween(20, 21);
    assertThat(limiter.count("a", TWENTY)).isBetween(Duration.ofNanos(1), Duration.ofSeconds(1));
  }

  @Test
  void countsEachClientForItself() {
    RateLimiter limiter = limiter(database);
    accepted(limiter, "b", 50);

    assertThat(limiter.count("c", TWENTY)).isZero();
  }

  /** One tenth of the burst is the most that another replica does not know of. */
  @Test
  void replicasShareTheCount() {
    RateLimiter one = limiter(database);
    RateLimiter other = limiter(database);

    int accepted =
        IntStream.range(0, 40).map(i -> accepted(i % 2 == 0 ? one : other, "d", 1)).sum();

    assertThat(accepted).isBetween(20, 26);
  }

  @Test
  void countsAloneWhileTheDatabaseIsDown() {
    try (HikariDataSource down = pool("jdbc:postgresql://localhost:1/none")) {
      assertThat(accepted(limiter(down), "e", 50)).isBetween(20, 22);
    }
  }

  @Test
  void removesBucketsThatAreFullAgain() {
    var buckets = CONFIGURATION.buckets(database);
    var limiter = CONFIGURATION.rateLimiter(buckets);
    limiter.count("f", new Limit(1, 1000));
    var jdbc = new JdbcTemplate(database);
    jdbc.update("UPDATE rate_limits SET expires_at = 1 WHERE id = 'f'");

    new UnusedBuckets(buckets).remove();

    assertThat(
            jdbc.queryForObject("SELECT count(*) FROM rate_limits WHERE id = 'f'", Integer.class))
        .isZero();
  }

  private static RateLimiter limiter(DataSource database) {
    return CONFIGURATION.rateLimiter(CONFIGURATION.buckets(database));
  }

  private static int accepted(RateLimiter limiter, String key, int requests) {
    return (int)
        IntStream.range(0, requests).filter(i -> limiter.count(key, TWENTY).isZero()).count();
  }

  private static HikariDataSource pool(String url) {
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername("postgres");
    config.setPassword("postgres");
    config.setConnectionTimeout(250);
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }
}
