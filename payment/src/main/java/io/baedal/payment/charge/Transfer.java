package io.baedal.payment.charge;

import io.baedal.payment.provider.Money;
import java.time.Instant;

/** Money that went to or fro, and when this service learned of it. */
public record Transfer(Money money, Instant at) {}
