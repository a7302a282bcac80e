package io.baedal.payment.provider;

import java.util.Optional;

/**
 * Moves the money. Both calls may be repeated with the same key, also concurrently, and then have
 * one effect and one answer. They are made outside any database transaction and must answer or fail
 * within 4 s: the client of this service waits 5 s.
 *
 * <p>Many providers can refund a charge but cannot prevent one that is still in transit. Their
 * adapter has to look up the charge: {@link #reverse} stores the key where {@link #charge} reads it
 * before it sends anything, then looks for the charge and refunds it. If it finds no charge, it
 * fails and so is called again, until every charge sent before the key was stored must have arrived
 * or timed out. Only then does a search without a result mean that nothing was taken.
 */
public interface PaymentProvider {

  /**
   * Takes {@code price}.
   *
   * @param method what the customer pays with, as stated in the order
   * @throws ProviderUnavailable if there was no answer; the money may or may not have been taken
   */
  ChargeResult charge(IdempotencyKey key, Money price, String method);

  /**
   * Gives back what was taken under {@code key}, and promises that no charge under it, in transit
   * or requested later, takes effect.
   *
   * @return what was given back, by this call or an earlier one; empty if nothing had been taken
   * @throws ProviderUnavailable if there was no answer; the money may or may not have been given
   *     back
   */
  Optional<Money> reverse(IdempotencyKey key);
}
