package io.baedal.bench.fuzz;

import io.baedal.bench.fuzz.Wire.Exchange;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/**
 * Sends requests to one target, one after the other, and collects what is wrong with the answers.
 */
public final class Fuzzer implements Callable<Fuzzer.Result> {

  /** More kinds of faults than this are not reported. */
  private static final int MOST_FINDINGS = 50;

  /** The time limit of repeated requests, which were answered before. */
  private static final Duration QUICK = Duration.ofSeconds(1);

  /**
   * The result.
   *
   * @param statuses how often each status was answered
   * @param faults how many requests had a wrong answer
   * @param findings the first of each kind
   */
  public record Result(
      String target,
      int requests,
      Map<Integer, Integer> statuses,
      int faults,
      Map<String, Finding> findings) {}

  private final Target target;
  private final int most;
  private final BooleanSupplier enough;
  private final WireRequests requests;
  private final Wire wire;
  private final Wire quickWire;
  private final Judge judge;
  private final Map<Integer, Integer> statuses = new TreeMap<>();
  private final Map<String, Finding> findings = new LinkedHashMap<>();
  private int faults;

  /** Sends requests made from {@code seed}: {@code most}, or fewer if it is {@code enough}. */
  public Fuzzer(Target target, long seed, int most, BooleanSupplier enough) {
    this.target = target;
    this.most = most;
    this.enough = enough;
    this.requests = new WireRequests(target, seed);
    this.wire = new Wire(target.address(), Wire.PATIENCE);
    this.quickWire = new Wire(target.address(), QUICK);
    this.judge = new Judge(target.api());
  }

  @Override
  public Result call() throws IOException {
    int number = 0;
    while (number < most && !enough.getAsBoolean() && findings.size() < MOST_FINDINGS) {
      send(++number);
    }
    return new Result(target.name(), number, statuses, faults, findings);
  }

  private void send(int number) throws IOException {
    WireRequest request = requests.request(number);
    Exchange exchange = wire.send(request);
    exchange.answers().forEach(answer -> statuses.merge(answer.status(), 1, Integer::sum));
    String fault = judge.fault(request, exchange);
    if (fault == null) {
      return;
    }
    faults++;
    String operation = operation(request);
    String kind = operation + fault;
    if (!findings.containsKey(kind)) {
      findings.put(
          kind,
          new Finding(target.name(), number, operation, fault, smallest(request, exchange, fault)));
    }
  }

  private String smallest(WireRequest request, Exchange exchange, String fault) throws IOException {
    // without an answer, different faults look the same
    WireRequest smallest =
        exchange.answers().isEmpty()
            ? request
            : new Smallest(each -> judge.fault(each, quickWire.send(each))).of(request, fault);
    return smallest.command(target.address().getPort());
  }

  private String operation(WireRequest request) {
    return target.api().descriptions().stream()
        .flatMap(each -> each.operation(request.method(), request.path()).stream())
        .map(Object::toString)
        .findFirst()
        .orElse("no operation");
  }
}
