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
 * Undoes the payment of an order, also one that was never requested.
 *
 * <p>First {@code CANCELLING} is committed, then the provider is called, then {@code CANCELLED} is
 * committed. A concurrent request for payment has one of these outcomes:
 *
 * <ul>
 *   <li>it books its approval before {@code CANCELLING}: the later reversal gives the money back;
 *   <li>it charges before the reversal but books after {@code CANCELLING}: it finds that status and
 *       does not approve; the reversal gives the money back;
 *   <li>it charges after the reversal: the provider has promised to take nothing;
 *   <li>it starts after {@code CANCELLING}: it never calls the provider.
 * </ul>
 *
 * <p>After a crash at any point, the repeated call completes the work. Before the first commit
 * nothing has happened. After it the payment is {@code CANCELLING} and cannot be approved, and the
 * repeat reverses, again if needed, with the same answer. After the second commit the repeat finds
 * the answer. The provider is called even without a known request, since only its promise prevents
 * a later charge.
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
   * Gives back what was taken and prevents a later charge.
   *
   * @return the payment, {@code CANCELLED} now or earlier; or {@code DECLINED}, which leaves
   *     nothing to undo
   * @throws ProviderUnavailable if the provider gave no answer; repeat the call
   */
  public Payment cancel(UUID orderId) {
    Payment payment = book.beginCancel(orderId);
    if (payment.status() != PaymentStatus.CANCELLING) {
      return payment;
    }
    Optional<Money> givenBack =
        payment.isFree()
            ? Optional.ofNullable(payment.approval()).map(Transfer::money)
            : provider.reverse(IdempotencyKey.ofOrder(orderId));
    Payment cancelled = book.finishCancel(orderId, givenBack);
    log.info("payment {} {}", cancelled.id(), cancelled.status());
    return cancelled;
  }
}
