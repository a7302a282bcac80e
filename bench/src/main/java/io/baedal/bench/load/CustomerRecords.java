package io.baedal.bench.load;

import io.baedal.bench.check.CustomerRecord;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The answers that all customers received. */
public final class CustomerRecords {

  private final Map<String, CustomerRecord> records = new ConcurrentHashMap<>();
  private final AtomicLong givenUp = new AtomicLong();
  private final AtomicLong tries = new AtomicLong();

  void acknowledged(String orderId, long amount) {
    records.putIfAbsent(orderId, new CustomerRecord(orderId, amount, CustomerRecord.Cancel.NONE));
  }

  void cancelAnswered(String orderId, CustomerRecord.Cancel answer) {
    records.computeIfPresent(
        orderId, (id, before) -> new CustomerRecord(id, before.amount(), answer));
  }

  void gaveUp() {
    givenUp.incrementAndGet();
  }

  void tried() {
    tries.incrementAndGet();
  }

  /** By order id, all acknowledged orders. */
  public Map<String, CustomerRecord> byOrder() {
    return Map.copyOf(records);
  }

  /** How many orders were acknowledged so far. */
  public int acknowledged() {
    return records.size();
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
