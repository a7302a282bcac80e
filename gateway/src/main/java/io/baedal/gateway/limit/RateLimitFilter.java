package io.baedal.gateway.limit;

import io.baedal.gateway.limit.RateLimitProperties.Limit;
import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemException;
import io.baedal.web.problem.ProblemType;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Refuses the requests of a client or address that has sent too many. */
final class RateLimitFilter implements WebFilter, Ordered {

  private final int order;
  private final RateLimiter limiter;
  private final Scheduler scheduler;
  private final Counter refused;
  private final Function<ServerWebExchange, Mono<Subject>> subjects;

  /**
   * @param subjects whose request it is; requests of nobody are not limited
   */
  RateLimitFilter(
      int order,
      RateLimiter limiter,
      Scheduler scheduler,
      Counter refused,
      Function<ServerWebExchange, Mono<Subject>> subjects) {
    this.order = order;
    this.limiter = limiter;
    this.scheduler = scheduler;
    this.refused = refused;
    this.subjects = subjects;
  }

  @Override
  public int getOrder() {
    return order;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return subjects
        .apply(exchange)
        .flatMap(
            subject ->
                Mono.fromSupplier(() -> limiter.count(subject.key(), subject.limit()))
                    .subscribeOn(scheduler))
        .defaultIfEmpty(Duration.ZERO)
        .flatMap(wait -> wait.isZero() ? chain.filter(exchange) : Mono.error(refuse(wait)));
  }

  private ProblemException refuse(Duration wait) {
    refused.increment();
    return new ProblemException(
        Problem.of(ProblemType.TOO_MANY_REQUESTS, "You have sent too many requests.")
            .retryAfter(Math.toIntExact(wait.plusMillis(999).toSeconds())));
  }

  /**
   * Whose requests are counted together.
   *
   * @param key in the database
   */
  record Subject(String key, Limit limit) {}
}
