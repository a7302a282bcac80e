package io.baedal.orchestrator;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the orchestrator.
 *
 * @param storeAnswerDeadline how long a store may take to answer before the order is rejected
 * @param operator who may use Cockpit, the engine's REST API and the operator calls
 * @param workers where the workers are
 */
@Validated
@ConfigurationProperties("orchestrator")
public record OrchestratorProperties(
    @NotNull @DurationMin(seconds = 1) Duration storeAnswerDeadline,
    @Valid @NotNull Operator operator,
    @Valid @NotNull Workers workers) {

  /** The account that is made, or given this password, when the service starts. */
  public record Operator(@NotBlank String username, @NotBlank String password) {}

  /** The workers that the process calls. */
  public record Workers(
      @Valid @NotNull Worker order,
      @Valid @NotNull Worker payment,
      @Valid @NotNull Worker delivery) {}

  /**
   * Where a worker is.
   *
   * @param url scheme, host and port. One address is used as it is; of several, those that are
   *     ready are called in turn
   */
  public record Worker(@NotEmpty List<@NotNull URI> url) {}
}
