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
 * What the gateway has in hand: requests that wait for their answer, and the bodies it has read. An
 * answer that has begun is not counted, or a live stream would take a place for hours; how many of
 * those there are is bounded by the connections to each service.
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
        .description("Requests refused since there was too much in hand")
        .tag("target", target)
        .register(meters);
  }

  /**
   * Takes a request for {@code service} in hand, until what it answers is disposed of.
   *
   * @throws Overloaded if there is no place, for this service or at all
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

  /** Takes a body in hand, of which nothing has come yet, until it is disposed of. */
  Body body() {
    return new Body();
  }

  private Overloaded refuse(Counter refused, String why) {
    refused.increment();
    // those who were refused together should not come back together
    int seconds = retryAfterSeconds + ThreadLocalRandom.current().nextInt(retryAfterSeconds + 1);
    return new Overloaded(
        Problem.of(ProblemType.OVERLOADED, why + " Try again later.").retryAfter(seconds));
  }

  /** The body of one request, for as long as it is not answered. */
  final class Body implements Disposable {

    private long taken;

    /**
     * Some more of it has come.
     *
     * @throws Overloaded if there is no room
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
