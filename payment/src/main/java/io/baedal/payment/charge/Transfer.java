package io.baedal.payment.charge;

import io.baedal.payment.provider.Money;
import java.time.Instant;

/** Money moved in either direction, and when this service learned of it. */
public record Transfer(Money money, Instant at) {}
