package io.baedal.payment.charge;

import static io.baedal.payment.charge.PaymentFixture.LATER;
import static io.baedal.payment.charge.PaymentFixture.PRICE;
import static io.baedal.payment.charge.PaymentFixture.TERMS;
import static io.baedal.payment.charge.PaymentFixture.cancelledUnrequested;
import static io.baedal.payment.charge.PaymentFixture.refunded;
import static io.baedal.payment.charge.PaymentFixture.requested;
import static io.baedal.payment.charge.PaymentStatus.CANCELLED;
import static io.baedal.payment.charge.PaymentStatus.CANCELLING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.baedal.payment.provider.Money;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class PaymentTest {

  @Test
  void chargesTheFullPriceWhenApproved() {
    Payment approved = requested().approved(LATER);

    assertThat(approved.approvedAmount()).isEqualTo(18_000);
    assertThat(approved.refundedAmount()).isZero();
  }

  @Test
  void chargesNothingWhenDeclined() {
    Payment declined = requested().declined("card declined", LATER);

    assertThat(declined.approvedAmount()).isZero();
    assertThat(declined.declineReason()).isEqualTo("card declined");
  }

  @Test
  void refundsTheApprovedAmount() {
    Payment cancelled = requested().approved(LATER).cancelling().cancelled(refunded(), LATER);

    assertThat(cancelled.status()).isEqualTo(CANCELLED);
    assertThat(cancelled.refundedAmount()).isEqualTo(cancelled.approvedAmount()).isEqualTo(18_000);
  }

  @Test
  void aRefundProvesTheApproval() {
    Payment cancelled = requested().cancelling().cancelled(refunded(), LATER);

    assertThat(cancelled.approvedAmount()).isEqualTo(18_000);
    assertThat(cancelled.refundedAmount()).isEqualTo(18_000);
  }

  @Test
  void refundsNothingWithoutACharge() {
    Payment cancelled = requested().cancelling().cancelled(Optional.empty(), LATER);

    assertThat(cancelled.approvedAmount()).isZero();
    assertThat(cancelled.refundedAmount()).isZero();
    assertThat(cancelled.refund()).isNull();
  }

  @Test
  void isCancelledIfTheProviderHasReversedIt() {
    assertThat(requested().cancelled(Optional.empty(), LATER).status()).isEqualTo(CANCELLED);
  }

  @Test
  void canBeCancelledBeforeItIsRequested() {
    Payment cancelling = cancelledUnrequested();

    assertThat(cancelling.status()).isEqualTo(CANCELLING);
    assertThat(cancelling.cancelled(Optional.empty(), LATER).currency()).isNull();
    assertThat(cancelling.cancelled(refunded(), LATER).approvedAmount()).isEqualTo(18_000);
  }

  @Test
  void refusesARefundThatDiffersFromTheCharge() {
    Payment cancelling = requested().approved(LATER).cancelling();

    assertThatIllegalStateException()
        .isThrownBy(() -> cancelling.cancelled(Optional.empty(), LATER));
    assertThatIllegalStateException()
        .isThrownBy(() -> cancelling.cancelled(Optional.of(new Money(17_999, "KRW")), LATER));
    assertThatIllegalStateException()
        .isThrownBy(
            () -> requested().cancelling().cancelled(Optional.of(new Money(1, "KRW")), LATER));
  }

  @Test
  void refusesOtherTermsThanTheFirst() {
    requested().requireTerms(TERMS);
    cancelledUnrequested().requireTerms(TERMS);

    for (PaymentTerms other :
        new PaymentTerms[] {
          new PaymentTerms(new Money(18_001, "KRW"), TERMS.method(), null),
          new PaymentTerms(new Money(18_000, "USD"), TERMS.method(), null),
          new PaymentTerms(PRICE, "declined", null)
        }) {
      assertThatExceptionOfType(PaymentMismatch.class)
          .isThrownBy(() -> requested().requireTerms(other));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "REQUESTED")
  void isApprovedOrDeclinedOnlyWhenRequested(PaymentStatus status) {
    Payment payment = PaymentFixture.in(status);

    assertThatIllegalStateException().isThrownBy(() -> payment.approved(LATER));
    assertThatIllegalStateException().isThrownBy(() -> payment.declined("card declined", LATER));
  }

  @ParameterizedTest
  @EnumSource(names = {"DECLINED", "CANCELLING", "CANCELLED"})
  void isNotCancelledTwiceOrWhenDeclined(PaymentStatus status) {
    assertThatIllegalStateException().isThrownBy(() -> PaymentFixture.in(status).cancelling());
  }

  @Test
  void isNotApprovedWithoutARequest() {
    assertThatIllegalStateException().isThrownBy(() -> cancelledUnrequested().approved(LATER));
  }

  @Test
  void isNotCancelledBeforeTheProviderIsCalled() {
    assertThatIllegalStateException()
        .isThrownBy(() -> requested().approved(LATER).cancelled(refunded(), LATER));
  }

  @Test
  void refusesInvalidAmountsAndMethods() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Money(-1, "KRW"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Money(1, "won"));
    assertThatIllegalArgumentException().isThrownBy(() -> new PaymentTerms(PRICE, " ", null));
  }
}
