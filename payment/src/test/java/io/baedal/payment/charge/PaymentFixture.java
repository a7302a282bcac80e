package io.baedal.payment.charge;

import io.baedal.payment.provider.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Payments in every state. */
public final class PaymentFixture {

  public static final UUID ID = UUID.fromString("7d0d5a38-0d2c-4b0e-9d3f-0f6b8d0c1a01");
  public static final UUID ORDER_ID = UUID.fromString("5f0c6c1e-7a52-4a2f-9a53-0d3f5a1f9b11");
  public static final Instant REQUESTED_AT = Instant.parse("2026-03-01T10:00:00Z");
  public static final Instant LATER = Instant.parse("2026-03-01T10:00:05Z");
  public static final Money PRICE = new Money(18_000, "KRW");
  public static final PaymentTerms TERMS = terms("approved");

  public static PaymentTerms terms(String method) {
    return new PaymentTerms(PRICE, method, null);
  }

  public static Payment requested() {
    return Payment.requested(ID, ORDER_ID, TERMS, REQUESTED_AT);
  }

  public static Payment requestedFor(UUID orderId) {
    return Payment.requested(UUID.randomUUID(), orderId, TERMS, REQUESTED_AT);
  }

  public static Payment cancelledUnrequested() {
    return Payment.cancelledUnrequested(ID, ORDER_ID, REQUESTED_AT);
  }

  public static Payment in(PaymentStatus status) {
    return switch (status) {
      case REQUESTED -> requested();
      case APPROVED -> requested().approved(LATER);
      case DECLINED -> requested().declined("card declined", LATER);
      case CANCELLING -> requested().cancelling();
      case CANCELLED -> requested().approved(LATER).cancelling().cancelled(refunded(), LATER);
    };
  }

  public static Optional<Money> refunded() {
    return Optional.of(PRICE);
  }

  private PaymentFixture() {}
}
