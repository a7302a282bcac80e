package io.baedal.payment.charge;

import io.baedal.payment.provider.Money;
import java.time.Instant;

/** A charge or a refund, and when this service was informed of it. */
public record Transfer(Money money, Instant at) {}
