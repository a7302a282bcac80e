package io.baedal.payment.charge;

import io.baedal.payment.provider.IdempotencyKey;
import io.baedal.payment.provider.Money;
import io.baedal.payment.provider.PaymentProvider;
import io.baedal.payment.provider.ProviderUnavailable;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Cancels the payment of an order, also if it was not requested.
 *
 * <p>First {@code CANCELLING} is committed, then the provider is called, then {@code CANCELLED} is
 * committed. A concurrent request for payment has one of these outcomes:
 *
 * <ul>
 *   <li>it stores its approval before {@code CANCELLING}: the reversal refunds the money;
 *   <li>it charges before the reversal but stores the result after {@code CANCELLING}: it finds
 *       that status and does not approve; the reversal refunds the money;
 *   <li>it charges after the reversal: the provider guarantees that nothing is charged;
 *   <li>it starts after {@code CANCELLING}: it does not call the provider.
 * </ul>
 *
 * <p>After a crash at any point, a repeated call completes the cancellation. A crash before the
 * first commit has no effect. After the first commit the payment is {@code CANCELLING} and cannot
 * be approved, and the repeated call reverses the charge with the same answer. After the second
 * commit the repeated call finds the answer. The provider is called even if no request is known,
 * since only its guarantee prevents a later charge.
 */
@Component
public class CancelPayment {

  private static final Logger log = LoggerFactory.getLogger(CancelPayment.class);

  private final PaymentBook book;
  private final PaymentProvider provider;

  CancelPayment(PaymentBook book, PaymentProvider provider) {
    this.book = book;
    this.provider = provider;
  }

  /**
   * Refunds the charged money and prevents a later charge.
   *
   * @return the payment, {@code CANCELLED} now or earlier; or {@code DECLINED}, which needs no
   *     cancellation
   * @throws ProviderUnavailable if the provider did not answer; the call can be repeated
   */
  public Payment cancel(UUID orderId) {
    Payment payment = book.beginCancel(orderId);
    if (payment.status() != PaymentStatus.CANCELLING) {
      return payment;
    }
    Optional<Money> refunded =
        payment.isFree()
            ? Optional.ofNullable(payment.approval()).map(Transfer::money)
            : provider.reverse(IdempotencyKey.ofOrder(orderId));
    Payment cancelled = book.finishCancel(orderId, refunded);
    log.info("payment {} {}", cancelled.id(), cancelled.status());
    return cancelled;
  }
}
