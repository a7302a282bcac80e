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
 * <p>First {@code CANCELLING} is committed, then the provider is asked, then {@code CANCELLED} is
 * committed. Against a request at the same time:
 *
 * <ul>
 *   <li>it books its approval before {@code CANCELLING}: the reverse comes later and gives the
 *       money back;
 *   <li>it charges before the reverse but books after {@code CANCELLING}: it finds that and does
 *       not approve; the reverse gives the money back;
 *   <li>it charges after the reverse: the provider promised to take nothing;
 *   <li>it starts after {@code CANCELLING}: it never asks the provider.
 * </ul>
 *
 * <p>Dying at any point is repaired by the repeated call: before the first commit nothing happened;
 * after it the payment is {@code CANCELLING}, cannot be approved, and the repeat reverses, again if
 * need be, with the same answer; after the second commit the repeat finds the answer. The provider
 * is asked even where no request is known, since only its promise keeps money from moving later.
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
   * Gives back what was taken and lets nothing be taken later.
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
