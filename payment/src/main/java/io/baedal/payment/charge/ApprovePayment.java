package io.baedal.payment.charge;

import io.baedal.payment.provider.ChargeResult;
import io.baedal.payment.provider.IdempotencyKey;
import io.baedal.payment.provider.PaymentProvider;
import io.baedal.payment.provider.ProviderUnavailable;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes the money for an order, once. A free order does not call the provider.
 *
 * <p>The provider is called between two transactions, so that no connection is held during the
 * call. After a crash at any point, the repeated call completes the work. Before the first commit
 * nothing has happened. After it the payment is {@code REQUESTED}, and the repeat calls the
 * provider with the same key and gets the same answer. After the second commit the repeat finds the
 * answer. Two concurrent calls ask the provider twice with one key, and book once.
 */
@Component
public class ApprovePayment {

  private static final Logger log = LoggerFactory.getLogger(ApprovePayment.class);

  private final PaymentBook book;
  private final PaymentProvider provider;

  ApprovePayment(PaymentBook book, PaymentProvider provider) {
    this.book = book;
    this.provider = provider;
  }

  /**
   * Takes the money, unless the payment is settled already.
   *
   * @return the payment, approved or declined now or earlier; {@code CANCELLING} or {@code
   *     CANCELLED} if it was undone earlier or during the call
   * @throws PaymentMismatch if it was requested before with other terms; nothing is changed
   * @throws ProviderUnavailable if the provider gave no answer; repeat the call
   */
  public Payment approve(UUID orderId, PaymentTerms terms) {
    Payment payment = book.request(orderId, terms);
    if (payment.status() != PaymentStatus.REQUESTED) {
      return payment;
    }
    ChargeResult result =
        terms.price().isNothing()
            ? new ChargeResult.Charged()
            : provider.charge(IdempotencyKey.ofOrder(orderId), terms.price(), terms.method());
    Payment settled = book.settle(orderId, result);
    log.info("payment {} {}", settled.id(), settled.status());
    return settled;
  }
}
