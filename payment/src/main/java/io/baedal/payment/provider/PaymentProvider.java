package io.baedal.payment.provider;

import java.util.Optional;

/**
 * A payment provider. Both calls may be repeated with the same key, also concurrently, and then
 * have one effect and one answer. They are made outside of database transactions and must return or
 * fail within 4 s: the client of this service waits 5 s.
 *
 * <p>Many providers can refund a charge but cannot prevent a charge that is still in transit. Their
 * adapter has to find the charge: {@link #reverse} stores the key where {@link #charge} reads it
 * before it sends anything, then finds the charge and refunds it. If it finds no charge, it fails
 * and is called again, until each charge that was sent before the key was stored must have arrived
 * or timed out. Only then does a missing charge mean that nothing was charged.
 */
public interface PaymentProvider {

  /**
   * Charges {@code price}.
   *
   * @param method the payment method of the order
   * @throws ProviderUnavailable if there was no answer; whether the money was charged is unknown
   */
  ChargeResult charge(IdempotencyKey key, Money price, String method);

  /**
   * Refunds the charge of {@code key}, and guarantees that no charge of it that is in transit or
   * requested later takes effect.
   *
   * @return the money refunded by this call or an earlier one; empty if nothing was charged
   * @throws ProviderUnavailable if there was no answer; whether the money was refunded is unknown
   */
  Optional<Money> reverse(IdempotencyKey key);
}
