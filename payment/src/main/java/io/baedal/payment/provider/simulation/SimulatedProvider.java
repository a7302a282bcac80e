package io.baedal.payment.provider.simulation;

import io.baedal.payment.provider.ChargeResult;
import io.baedal.payment.provider.IdempotencyKey;
import io.baedal.payment.provider.Money;
import io.baedal.payment.provider.PaymentProvider;
import io.baedal.payment.provider.ProviderUnavailable;
import io.baedal.payment.provider.simulation.SimulatedLedger.Entry;
import io.baedal.payment.provider.simulation.SimulatedLedger.State;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A provider that stores charges but moves no money. The payment method selects the outcome: {@code
 * declined} is declined, {@code slow} is approved after a delay, {@code answer-lost} is approved
 * but the first answer is lost, {@code unavailable} is never answered, {@code refund-unavailable}
 * is approved and never refunded, any other method is approved.
 */
class SimulatedProvider implements PaymentProvider {

  private final SimulatedLedger ledger;
  private final Duration slowAnswer;

  SimulatedProvider(SimulatedLedger ledger, Duration slowAnswer) {
    this.ledger = ledger;
    this.slowAnswer = slowAnswer;
  }

  @Override
  public ChargeResult charge(IdempotencyKey key, Money price, String method) {
    if (method.equals("unavailable")) {
      throw new ProviderUnavailable("simulated provider is unavailable");
    }
    if (method.equals("slow")) {
      pause();
    }
    State initial = method.equals("declined") ? State.DECLINED : State.CHARGED;
    Entry entry = ledger.addIfAbsent(key, price, initial, !method.equals("refund-unavailable"));
    if (method.equals("answer-lost") && entry.added()) {
      throw new ProviderUnavailable("simulated answer was lost");
    }
    return switch (entry.state()) {
      case CHARGED -> new ChargeResult.Charged();
      case DECLINED -> new ChargeResult.Declined("card declined");
      case REVERSED -> new ChargeResult.Reversed();
    };
  }

  @Override
  public Optional<Money> reverse(IdempotencyKey key) {
    return ledger
        .reverse(key)
        .orElseThrow(() -> new ProviderUnavailable("simulated provider refuses refunds"))
        .refunded();
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(slowAnswer.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderUnavailable("simulated provider was interrupted", e);
    }
  }
}
