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
 * Takes the money for an order, once. For a free order nobody is asked.
 *
 * <p>Two transactions with the provider between them, so that no connection is held while it
 * thinks. Dying at any point is repaired by the repeated call: before the first commit nothing
 * happened; after it the payment is {@code REQUESTED} and the repeat asks the provider again under
 * the same key, which answers what it answered before; after the second commit the repeat finds the
 * answer. Two calls at the same time ask twice under one key and book once.
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
   * Takes the money unless that is settled already.
   *
   * @return the payment, approved or declined now or earlier; {@code CANCELLING} or {@code
   *     CANCELLED} if it was undone before or meanwhile
   * @throws PaymentMismatch if it was requested on other terms before; nothing is changed
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
