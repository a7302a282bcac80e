package io.baedal.payment.charge.jpa;

import io.baedal.payment.charge.Payment;
import io.baedal.payment.charge.PaymentStatus;
import io.baedal.payment.charge.PaymentTerms;
import io.baedal.payment.charge.Transfer;
import io.baedal.payment.provider.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of {@code payments}; its constraints are in the migration. */
@Entity
@Table(name = "payments")
@DynamicUpdate
@SuppressWarnings("NullAway.Init") // set by Hibernate
class PaymentRow {

  @Id private UUID id;
  private UUID orderId;
  private @Nullable Long amount;
  private @Nullable String currency;
  private @Nullable String paymentMethod;

  @Enumerated(EnumType.STRING)
  private PaymentStatus status;

  private @Nullable String declineReason;
  private long approvedAmount;
  private @Nullable Instant approvedAt;
  private long refundedAmount;
  private @Nullable Instant refundedAt;
  private Instant requestedAt;
  private @Nullable Instant endedAt;

  protected PaymentRow() {}

  /** Copies all fields that can change. */
  void update(Payment payment) {
    currency = payment.currency();
    status = payment.status();
    declineReason = payment.declineReason();
    approvedAmount = payment.approvedAmount();
    approvedAt = at(payment.approval());
    refundedAmount = payment.refundedAmount();
    refundedAt = at(payment.refund());
    endedAt = payment.endedAt();
  }

  Payment toPayment() {
    return new Payment(
        id,
        orderId,
        amount == null || currency == null || paymentMethod == null
            ? null
            : new PaymentTerms(new Money(amount, currency), paymentMethod),
        status,
        declineReason,
        transfer(approvedAmount, approvedAt),
        transfer(refundedAmount, refundedAt),
        requestedAt,
        endedAt);
  }

  private @Nullable Transfer transfer(long money, @Nullable Instant at) {
    return at == null || currency == null ? null : new Transfer(new Money(money, currency), at);
  }

  private static @Nullable Instant at(@Nullable Transfer transfer) {
    return transfer == null ? null : transfer.at();
  }
}
