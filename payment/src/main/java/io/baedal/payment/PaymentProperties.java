package io.baedal.payment;

import jakarta.validation.Valid;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** Settings of the payment service. */
@ConfigurationProperties("payment")
@Validated
public record PaymentProperties(@DefaultValue @Valid Simulation simulation) {

  /**
   * The simulated provider.
   *
   * @param enabled whether it replaces a real provider; no money is then moved
   * @param slowAnswer how long a charge takes with the payment method {@code slow}, at most a
   *     minute
   */
  public record Simulation(
      @DefaultValue("false") boolean enabled,
      @DefaultValue("2s") @DurationMin @DurationMax(minutes = 1) Duration slowAnswer) {}
}
