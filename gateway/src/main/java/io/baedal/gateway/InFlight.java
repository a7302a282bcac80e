package io.baedal.gateway;

import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;

/**
 * Limits the requests that wait for an answer, and the memory of their bodies. A request whose
 * answer has started is not counted, since a stream would hold a permit for hours; the number of
 * such requests is limited by the connections to each service.
 */
@Component
class InFlight {

  private final Semaphore all;
  private final AtomicLong freeBytes;
  private final int retryAfterSeconds;
  private final Map<Service, ServiceLimit> limits = new EnumMap<>(Service.class);
  private final Counter bodiesRefused;

  InFlight(GatewayProperties properties, MeterRegistry meters) {
    GatewayProperties.InFlight settings = properties.inFlight();
    all = new Semaphore(settings.total());
    freeBytes = new AtomicLong(settings.bodies().toBytes());
    retryAfterSeconds = Math.toIntExact(settings.retryAfter().toSeconds());
    for (Service service : Service.values()) {
      limits.put(service, serviceLimit(service, settings.perService(), meters));
    }
    bodiesRefused = refused("any", meters);
  }

  private static ServiceLimit serviceLimit(Service service, int max, MeterRegistry meters) {
    var permits = new Semaphore(max);
    Gauge.builder("baedal.gateway.in.flight", permits, free -> max - free.availablePermits())
        .description("Requests that wait for an answer")
        .tag("target", service.id())
        .register(meters);
    return new ServiceLimit(permits, refused(service.id(), meters));
  }

  private static Counter refused(String target, MeterRegistry meters) {
    return Counter.builder("baedal.gateway.refused")
        .description("Requests refused because too many were in progress")
        .tag("target", target)
        .register(meters);
  }

  /**
   * Counts a request for {@code service} until the returned object is disposed.
   *
   * @throws Overloaded if the limit of this service or of all services is reached
   */
  Disposable request(Service service) {
    ServiceLimit limit = Objects.requireNonNull(limits.get(service));
    if (!limit.permits.tryAcquire()) {
      throw refuse(limit.refused, "Too many requests wait for the " + service.id() + " service.");
    }
    if (!all.tryAcquire()) {
      limit.permits.release();
      throw refuse(limit.refused, "Too many requests wait for an answer.");
    }
    return () -> {
      all.release();
      limit.permits.release();
    };
  }

  /** Returns an empty body, which is counted until it is disposed. */
  Body body() {
    return new Body();
  }

  private Overloaded refuse(Counter refused, String why) {
    refused.increment();
    // random, so that clients that are refused together do not retry together
    int seconds = retryAfterSeconds + ThreadLocalRandom.current().nextInt(retryAfterSeconds + 1);
    return new Overloaded(
        Problem.of(ProblemType.OVERLOADED, why + " Try again later.").retryAfter(seconds));
  }

  /** The body of a request, counted until the request is answered. */
  final class Body implements Disposable {

    private long reserved;

    /**
     * Adds received bytes.
     *
     * @throws Overloaded if the limit of all bodies is reached
     */
    void grow(int bytes) {
      if (freeBytes.addAndGet(-bytes) < 0) {
        freeBytes.addAndGet(bytes);
        throw refuse(bodiesRefused, "Too many request bodies are being sent.");
      }
      reserved += bytes;
    }

    @Override
    public void dispose() {
      freeBytes.addAndGet(reserved);
      reserved = 0;
    }
  }

  private record ServiceLimit(Semaphore permits, Counter refused) {}
}
