package io.baedal.delivery;

import jakarta.validation.Valid;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** Settings of the delivery service. */
@ConfigurationProperties("delivery")
@Validated
public record DeliveryProperties(@DefaultValue @Valid Simulation simulation) {

  /**
   * Simulated stores and couriers.
   *
   * @param enabled whether they replace real ones
   * @param every the delay between two queries for due steps
   * @param storeAnswer how long after a request a store answers
   * @param pickUp how long after the start a courier picks up
   * @param completion how long after pick-up a courier completes the delivery
   */
  public record Simulation(
      @DefaultValue("false") boolean enabled,
      @DefaultValue("500ms") @DurationMin(millis = 1) Duration every,
      @DefaultValue("2s") @DurationMin Duration storeAnswer,
      @DefaultValue("3s") @DurationMin Duration pickUp,
      @DefaultValue("3s") @DurationMin Duration completion) {}
}
