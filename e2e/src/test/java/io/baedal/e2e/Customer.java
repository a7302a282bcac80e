package io.baedal.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Places one order after the other, reads its status often, cancels every second one, and plays
 * store and courier for the others. Returns the expected outcome by order id.
 */
final class Customer implements Callable<Map<String, String>> {

  private static final long PAUSE_NANOS = 60_000_000;

  /** Most requests are reads: they cost less than orders, and leave CPU to the restarts. */
  private static final int READS_AFTERWARDS = 15;

  private static final int MOST_POLLS = 2_000;

  private final Balancer balancer;
  private final int number;
  private final BooleanSupplier enough;

  Customer(Balancer balancer, int number, BooleanSupplier enough) {
    this.balancer = balancer;
    this.number = number;
    this.enough = enough;
  }

  @Override
  public Map<String, String> call() throws JsonProcessingException {
    Map<String, String> orders = new HashMap<>();
    for (int order = number; !enough.getAsBoolean(); order++) {
      String id = place();
      boolean cancels = order % 2 == 0;
      if (cancels) {
        pollUntil(id, order % 4 == 0 ? "PLACED" : "STORE_REQUESTED");
        send("DELETE", "/orders/" + id, 202);
      } else {
        pollUntil(id, "STORE_REQUESTED");
        send("POST", "/store-requests/" + id + "/acceptance", 200);
        pollUntil(id, "DELIVERY_STARTED");
        send("POST", "/deliveries/" + id + "/pick-up", 200);
        send("POST", "/deliveries/" + id + "/completion", 200);
      }
      orders.put(id, cancels ? "CANCELLED" : "DELIVERED");
      for (int read = 0; read < READS_AFTERWARDS; read++) {
        send("GET", "/order-views/" + id, 200);
        send("GET", "/payments?orderId=" + id, 200);
        send("GET", "/deliveries?orderId=" + id, 200);
      }
    }
    return orders;
  }

  private String place() throws JsonProcessingException {
    String body =
        """
        {"customerId": "customer-%s", "storeId": "store-2", "paymentMethod": "approved",
         "deliveryAddress": "12 Sejong-daero, Seoul",
         "items": [{"productName": "APPLE", "quantity": 2}, {"productName": "PEAR", "quantity": 1}]}
        """
            .formatted(UUID.randomUUID());
    return Http.JSON.readTree(balancer.send("POST", "/orders", body, 201)).at("/id").asText();
  }

  private void pollUntil(String id, String status) throws JsonProcessingException {
    for (int poll = 0; poll < MOST_POLLS; poll++) {
      // 404 until the view has received the order
      JsonNode view = Http.JSON.readTree(send("GET", "/order-views/" + id, 200, 404));
      if (view.at("/timeline").findValuesAsText("status").contains(status)) {
        return;
      }
      send("GET", "/orders/" + id, 200);
    }
    throw new AssertionError("order " + id + " never became " + status);
  }

  private String send(String method, String path, Integer... expected) {
    LockSupport.parkNanos(PAUSE_NANOS);
    return balancer.send(method, path, "", expected);
  }

  static Map<String, String> ordersOf(List<Future<Map<String, String>>> customers)
      throws InterruptedException, ExecutionException {
    Map<String, String> all = new HashMap<>();
    for (Future<Map<String, String>> customer : customers) {
      all.putAll(customer.get());
    }
    return all;
  }
}
