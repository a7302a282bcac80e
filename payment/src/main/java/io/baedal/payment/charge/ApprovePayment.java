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
 * Charges the payment of an order once. The provider is not called for a free order.
 *
 * <p>The provider is called between two transactions, so that no connection is held during the
 * call. After a crash at any point, a repeated call completes the payment. A crash before the first
 * commit has no effect. After the first commit the payment is {@code REQUESTED}, and the repeated
 * call calls the provider with the same key and gets the same answer. After the second commit the
 * repeated call finds the answer. Two concurrent calls call the provider twice with the same key
 * and store one result.
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
   * Charges the payment, unless it is already settled.
   *
   * @return the payment, approved or declined now or earlier; {@code CANCELLING} or {@code
   *     CANCELLED} if it was cancelled earlier or during the call
   * @throws PaymentMismatch if it was requested with other terms; nothing is changed
   * @throws ProviderUnavailable if the provider did not answer; the call can be repeated
   */
  public Payment approve(UUID orderId, PaymentTerms terms) {
    Payment payment = book.request(orderId, terms);
    if (payment.status() != PaymentStatus.REQUESTED) {
      return payment;
    }
    ChargeResult result =
        terms.price().isZero()
            ? new ChargeResult.Charged()
            : provider.charge(IdempotencyKey.ofOrder(orderId), terms.price(), terms.method());
    Payment settled = book.settle(orderId, result);
    log.info("payment {} {}", settled.id(), settled.status());
    return settled;
  }
}
