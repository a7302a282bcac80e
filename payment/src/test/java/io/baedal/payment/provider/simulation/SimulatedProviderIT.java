package io.baedal.payment.provider.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.baedal.payment.Books;
import io.baedal.payment.OnRealDatabase;
import io.baedal.payment.provider.ChargeResult.Charged;
import io.baedal.payment.provider.ChargeResult.Declined;
import io.baedal.payment.provider.ChargeResult.Reversed;
import io.baedal.payment.provider.IdempotencyKey;
import io.baedal.payment.provider.Money;
import io.baedal.payment.provider.ProviderUnavailable;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@OnRealDatabase
class SimulatedProviderIT {

  private static final Money PRICE = new Money(18_000, "KRW");

  @Autowired private SimulatedProvider provider;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private Books books;

  private final UUID orderId = UUID.randomUUID();
  private final IdempotencyKey key = IdempotencyKey.ofOrder(orderId);

  @Test
  void chargesOnceUnderAKey() {
    assertThat(provider.charge(key, PRICE, "card")).isEqualTo(new Charged());
    assertThat(provider.charge(key, PRICE, "card")).isEqualTo(new Charged());
    assertThat(books.held(orderId)).isEqualTo(18_000);
  }

  @Test
  void returnsTheSameRefundEachTime() {
    provider.charge(key, PRICE, "card");

    assertThat(provider.reverse(key)).contains(PRICE);
    assertThat(provider.reverse(key)).contains(PRICE);
    assertThat(books.held(orderId)).isZero();
  }

  @Test
  void chargesNothingAfterAReversal() {
    assertThat(provider.reverse(key)).isEmpty();
    assertThat(provider.charge(key, PRICE, "card")).isEqualTo(new Reversed());
    assertThat(provider.reverse(key)).isEmpty();
    assertThat(books.held(orderId)).isZero();
  }

  @Test
  void refundsNothingOfADeclinedCharge() {
    assertThat(provider.charge(key, PRICE, "declined")).isInstanceOf(Declined.class);
    assertThat(provider.reverse(key)).isEmpty();
    assertThat(provider.charge(key, PRICE, "declined")).isInstanceOf(Declined.class);
    assertThat(books.held(orderId)).isZero();
  }

  @Test
  void losesOnlyItsFirstAnswer() {
    assertThatExceptionOfType(ProviderUnavailable.class)
        .isThrownBy(() -> provider.charge(key, PRICE, "answer-lost"));
    assertThat(books.held(orderId)).isEqualTo(18_000);
    assertThat(provider.charge(key, PRICE, "answer-lost")).isEqualTo(new Charged());
  }

  @Test
  void neverAnswersWhenUnavailable() {
    for (int i = 0; i < 2; i++) {
      assertThatExceptionOfType(ProviderUnavailable.class)
          .isThrownBy(() -> provider.charge(key, PRICE, "unavailable"));
    }
    assertThat(provider.reverse(key)).isEmpty();
  }

  @Test
  void neverRefundsAChargeThatIsNotRefundable() {
    assertThat(provider.charge(key, PRICE, "refund-unavailable")).isEqualTo(new Charged());
    for (int i = 0; i < 2; i++) {
      assertThatExceptionOfType(ProviderUnavailable.class).isThrownBy(() -> provider.reverse(key));
    }
    assertThat(books.held(orderId)).isEqualTo(18_000);
  }

  @Test
  void keepsItsChargesWhenTheCallerRollsBack() {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              provider.charge(key, PRICE, "card");
              status.setRollbackOnly();
            });

    assertThat(books.held(orderId)).isEqualTo(18_000);
  }
}
