package io.baedal.payment.provider;

import java.util.Optional;

/**
 * Moves the money. Both calls may be repeated under the same key, at the same time too, and then
 * have one effect and one answer. They are made outside any database transaction and must answer or
 * fail within 4 s: who asked this service waits 5 s.
 *
 * <p>Many providers can refund a charge but cannot forbid one that is still on its way. Their
 * adapter has to look the charge up: {@link #reverse} notes the key in a store that {@link #charge}
 * reads before it sends anything, then looks for the charge and refunds it. If it finds none it
 * fails, and so is asked again, until whatever was sent before the note must have arrived or timed
 * out; only then does a last look without a find mean that nothing was taken.
 */
public interface PaymentProvider {

  /**
   * Takes {@code price}.
   *
   * @param method what the customer pays with, as the order said it
   * @throws ProviderUnavailable if there was no answer; the money may or may not be taken then
   */
  ChargeResult charge(IdempotencyKey key, Money price, String method);

  /**
   * Gives back what was taken under {@code key}, and promises that no charge under it, still on its
   * way or yet to be asked for, takes effect later.
   *
   * @return what was given back, by this call or an earlier one; empty if nothing had been taken
   * @throws ProviderUnavailable if there was no answer; it may or may not be given back then
   */
  Optional<Money> reverse(IdempotencyKey key);
}
