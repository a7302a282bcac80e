package io.baedal.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.transaction.support.TransactionSynchronizationManager.isActualTransactionActive;

import io.baedal.payment.provider.ChargeResult;
import io.baedal.payment.provider.IdempotencyKey;
import io.baedal.payment.provider.Money;
import io.baedal.payment.provider.PaymentProvider;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;

/** The simulated provider, with actions before or after a call. */
@Primary
public class ScriptedProvider implements PaymentProvider {

  /** The points where a test can run an action. */
  public enum Point {
    BEFORE_CHARGE,
    AFTER_CHARGE,
    BEFORE_REVERSE,
    AFTER_REVERSE
  }

  /** Simulates a crash of the service at this point. */
  public static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final PaymentProvider simulated;
  private final Map<Point, Runnable> script = new ConcurrentHashMap<>();

  ScriptedProvider(@Qualifier("simulatedProvider") PaymentProvider simulated) {
    this.simulated = simulated;
  }

  public void at(Point point, Runnable action) {
    script.put(point, action);
  }

  public void crashAt(Point point) {
    at(
        point,
        () -> {
          throw new Crash();
        });
  }

  public void reset() {
    script.clear();
  }

  @Override
  public ChargeResult charge(IdempotencyKey key, Money price, String method) {
    reach(Point.BEFORE_CHARGE);
    ChargeResult result = simulated.charge(key, price, method);
    reach(Point.AFTER_CHARGE);
    return result;
  }

  @Override
  public Optional<Money> reverse(IdempotencyKey key) {
    reach(Point.BEFORE_REVERSE);
    Optional<Money> refunded = simulated.reverse(key);
    reach(Point.AFTER_REVERSE);
    return refunded;
  }

  private void reach(Point point) {
    assertThat(isActualTransactionActive()).as("transaction around the provider").isFalse();
    script.getOrDefault(point, () -> {}).run();
  }
}
