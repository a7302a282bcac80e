package io.baedal.bench.load;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What one customer does, derived from a random generator. All orders are of the demo customer.
 *
 * @param body the order, with the reference of the customer, so that it can be sent again
 * @param amount what it costs, in minor units
 * @param repeats how often it is sent again although it had an answer
 * @param cancelAfter how long after the answer the customer cancels
 */
record OrderPlan(String body, long amount, int repeats, Optional<Duration> cancelAfter) {

  private static final String FULL =
      """
      {"orderId": "%s", "storeId": "store-%d", "paymentMethod": "%s",
       "deliveryAddress": "12 Sejong-daero, Seoul",
       "items": [{"productName": "%s", "quantity": %d, "unitPrice": %d}]}""";

  /** From the store that the local system takes by default. */
  private static final String SHORT = "{\"orderId\": \"%s\", \"productName\": \"%s\"}";

  private static final int DEFAULT_STORE = 1;

  static OrderPlan from(RandomGenerator random, String reference) {
    boolean inShort = random.nextInt(100) < 10;
    String product = product(random);
    int quantity = random.nextInt(1, 4);
    int store = store(random);
    long price = Menus.price(store);
    String body =
        inShort
            ? SHORT.formatted(reference, product)
            : FULL.formatted(reference, store, method(random), product, quantity, price);
    return new OrderPlan(
        body,
        inShort ? Menus.price(DEFAULT_STORE) : quantity * price,
        random.nextInt(100) < 5 ? 1 : 0,
        cancelAfter(random));
  }

  /** An order of the usual mix, without failures made on purpose. */
  static OrderPlan usual(RandomGenerator random, String reference) {
    int quantity = random.nextInt(1, 4);
    int store = store(random);
    long price = Menus.price(store);
    String body =
        FULL.formatted(
            reference,
            store,
            random.nextInt(100) < 3 ? "declined" : "approved",
            random.nextInt(100) < 2 ? "REJECT-ME" : "APPLE",
            quantity,
            price);
    Optional<Duration> cancelAfter =
        random.nextInt(100) < 5
            ? Optional.of(Duration.ofMillis(random.nextInt(15_000)))
            : Optional.empty();
    return new OrderPlan(body, quantity * price, 0, cancelAfter);
  }

  /** An order that ends as in {@code mix}; stores answer at once. */
  static OrderPlan of(Mix mix, RandomGenerator random, String reference) {
    int quantity = random.nextInt(1, 4);
    int store = store(random);
    long price = Menus.price(store);
    int percent = random.nextInt(100);
    String body =
        FULL.formatted(
            reference,
            store,
            "approved",
            percent < mix.refusals() ? "REJECT-ME" : "APPLE",
            quantity,
            price);
    boolean cancels = percent >= mix.refusals() && percent < mix.refusals() + mix.cancels();
    return new OrderPlan(
        body,
        quantity * price,
        0,
        cancels ? Optional.of(Duration.ofMillis(random.nextInt(300))) : Optional.empty());
  }

  private static int store(RandomGenerator random) {
    return random.nextInt(1, Menus.STORES + 1);
  }

  private static String product(RandomGenerator random) {
    int chance = random.nextInt(100);
    return chance < 5 ? "REJECT-ME" : chance < 7 ? "IGNORE-ME" : "APPLE";
  }

  private static String method(RandomGenerator random) {
    int chance = random.nextInt(100);
    return chance < 5 ? "declined" : chance < 8 ? "slow" : chance < 11 ? "answer-lost" : "approved";
  }

  /** One in four cancels, at any moment from immediately to after the end. */
  private static Optional<Duration> cancelAfter(RandomGenerator random) {
    if (random.nextInt(100) >= 25) {
      return Optional.empty();
    }
    double seconds = Math.pow(random.nextDouble(), 2) * 15;
    return Optional.of(Duration.ofMillis(Math.round(seconds * 1_000)));
  }
}
