package io.baedal.bench.load;

import io.baedal.bench.check.Told;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What all customers were told. */
public final class Ledger {

  private final Map<String, Told> told = new ConcurrentHashMap<>();
  private final AtomicLong givenUp = new AtomicLong();
  private final AtomicLong tries = new AtomicLong();

  void acknowledged(String orderId, long amount) {
    told.putIfAbsent(orderId, new Told(orderId, amount, Told.Cancel.NONE));
  }

  void cancelAnswered(String orderId, Told.Cancel answer) {
    told.computeIfPresent(orderId, (id, before) -> new Told(id, before.amount(), answer));
  }

  void gaveUp() {
    givenUp.incrementAndGet();
  }

  void tried() {
    tries.incrementAndGet();
  }

  /** By order id, all acknowledged orders. */
  public Map<String, Told> told() {
    return Map.copyOf(told);
  }

  /** How many orders were acknowledged so far. */
  public int acknowledged() {
    return told.size();
  }

  /** Customers who got no answer in time; their orders may exist or not. */
  public long givenUp() {
    return givenUp.get();
  }

  /** Requests that were sent, repeated ones included. */
  public long tries() {
    return tries.get();
  }
}
