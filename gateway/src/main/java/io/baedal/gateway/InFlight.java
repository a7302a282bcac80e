package io.baedal.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
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
  private final Map<Service, Line> lines = new EnumMap<>(Service.class);

  InFlight(GatewayProperties properties, MeterRegistry meters) {
    GatewayProperties.InFlight bounds = properties.inFlight();
    all = new Semaphore(bounds.total());
    freeBytes = new AtomicLong(bounds.bodies().toBytes());
    for (Service service : Service.values()) {
      lines.put(service, newLine(service, bounds.perService(), meters));
    }
  }

  private static Line newLine(Service service, int most, MeterRegistry meters) {
    var places = new Semaphore(most);
    Gauge.builder("baedal.gateway.in.flight", places, free -> most - free.availablePermits())
        .description("Requests that wait for their answer")
        .tag("target", service.id())
        .register(meters);
    return new Line(
        places,
        Counter.builder("baedal.gateway.refused")
            .description("Requests refused since there was too much in hand")
            .tag("target", service.id())
            .register(meters));
  }

  /**
   * Takes a request for {@code service} in hand, until what it answers is disposed of.
   *
   * @throws Overloaded if there is no place, for this service or at all
   */
  Disposable request(Service service) {
    Line line = line(service);
    if (!line.places.tryAcquire()) {
      throw line.refuse("Too many requests wait for the " + service.id() + " service.");
    }
    if (!all.tryAcquire()) {
      line.places.release();
      throw line.refuse("Too many requests wait for their answer.");
    }
    return () -> {
      all.release();
      line.places.release();
    };
  }

  /** Takes a body in hand, of which nothing has come yet, until it is disposed of. */
  Body body(Service service) {
    return new Body(service);
  }

  /** The body of one request. A timeout may dispose of it while more of it comes. */
  final class Body implements Disposable {

    private final Service service;
    private long taken;
    private boolean disposed;

    private Body(Service service) {
      this.service = service;
    }

    /**
     * Some more of it has come.
     *
     * @throws Overloaded if there is no room
     */
    synchronized void grow(int bytes) {
      if (disposed) {
        return;
      }
      if (freeBytes.addAndGet(-bytes) < 0) {
        freeBytes.addAndGet(bytes);
        throw line(service).refuse("Too much is being sent.");
      }
      taken += bytes;
    }

    @Override
    public synchronized void dispose() {
      freeBytes.addAndGet(taken);
      taken = 0;
      disposed = true;
    }
  }

  private Line line(Service service) {
    return Objects.requireNonNull(lines.get(service));
  }

  private record Line(Semaphore places, Counter refused) {

    Overloaded refuse(String why) {
      refused.increment();
      return new Overloaded(why);
    }
  }
}
