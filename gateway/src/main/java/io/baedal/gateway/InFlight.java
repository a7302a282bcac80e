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
 * Limits what is in progress: requests that wait for an answer, and the bodies that were read. An
 * answer that has begun is not counted, since a live stream would hold a permit for hours; their
 * number is limited by the connections to each service.
 */
@Component
class InFlight {

  private final Semaphore all;
  private final AtomicLong freeBytes;
  private final int retryAfterSeconds;
  private final Map<Service, Line> lines = new EnumMap<>(Service.class);
  private final Counter bodiesRefused;

  InFlight(GatewayProperties properties, MeterRegistry meters) {
    GatewayProperties.InFlight bounds = properties.inFlight();
    all = new Semaphore(bounds.total());
    freeBytes = new AtomicLong(bounds.bodies().toBytes());
    retryAfterSeconds = Math.toIntExact(bounds.retryAfter().toSeconds());
    for (Service service : Service.values()) {
      lines.put(service, newLine(service, bounds.perService(), meters));
    }
    bodiesRefused = refused("any", meters);
  }

  private static Line newLine(Service service, int most, MeterRegistry meters) {
    var places = new Semaphore(most);
    Gauge.builder("baedal.gateway.in.flight", places, free -> most - free.availablePermits())
        .description("Requests that wait for their answer")
        .tag("target", service.id())
        .register(meters);
    return new Line(places, refused(service.id(), meters));
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
    Line line = Objects.requireNonNull(lines.get(service));
    if (!line.places.tryAcquire()) {
      throw refuse(line.refused, "Too many requests wait for the " + service.id() + " service.");
    }
    if (!all.tryAcquire()) {
      line.places.release();
      throw refuse(line.refused, "Too many requests wait for their answer.");
    }
    return () -> {
      all.release();
      line.places.release();
    };
  }

  /** Starts to count an empty body, until it is disposed. */
  Body body() {
    return new Body();
  }

  private Overloaded refuse(Counter refused, String why) {
    refused.increment();
    // random, so that clients refused together do not retry together
    int seconds = retryAfterSeconds + ThreadLocalRandom.current().nextInt(retryAfterSeconds + 1);
    return new Overloaded(
        Problem.of(ProblemType.OVERLOADED, why + " Try again later.").retryAfter(seconds));
  }

  /** The body of one request, until it is answered. */
  final class Body implements Disposable {

    private long taken;

    /**
     * Adds received bytes.
     *
     * @throws Overloaded if the limit of all bodies is reached
     */
    void grow(int bytes) {
      if (freeBytes.addAndGet(-bytes) < 0) {
        freeBytes.addAndGet(bytes);
        throw refuse(bodiesRefused, "Too much is being sent.");
      }
      taken += bytes;
    }

    @Override
    public void dispose() {
      freeBytes.addAndGet(taken);
      taken = 0;
    }
  }

  private record Line(Semaphore places, Counter refused) {}
}
