package io.baedal.orchestrator;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.Resource;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the orchestrator.
 *
 * @param storeAnswerDeadline how long a store may take to answer before the order is rejected
 * @param operator who may use Cockpit, the engine's REST API and the operator calls
 * @param workers where the workers are
 * @param reconciliation how the services are compared
 * @param model the process model on which new orders start
 * @param migrations a pattern for the files that tell how orders come from one version of the model
 *     to another
 */
@Validated
@ConfigurationProperties("orchestrator")
public record OrchestratorProperties(
    @NotNull @DurationMin(seconds = 1) Duration storeAnswerDeadline,
    @Valid @NotNull Operator operator,
    @Valid @NotNull Workers workers,
    @Valid @NotNull Reconciliation reconciliation,
    @NotNull Resource model,
    @NotBlank String migrations) {

  /** The account that is made, or given this password, when the service starts. */
  public record Operator(@NotBlank String username, @NotBlank String password) {}

  /**
   * The workers that the process calls; order and the order view are asked by reconciliation only.
   */
  public record Workers(
      @Valid @NotNull Worker order,
      @Valid @NotNull Worker payment,
      @Valid @NotNull Worker delivery,
      @Valid @NotNull Worker orderView) {}

  /**
   * Where a worker is.
   *
   * @param url scheme, host and port. One address is used as it is; of several, those that are
   *     ready are called in turn
   */
  public record Worker(@NotEmpty List<@NotNull URI> url) {}

  /**
   * How the services are compared.
   *
   * @param every the pause between two runs
   * @param age for how long nothing of an order may have changed before it is judged: longer than
   *     the services need to hear of each other, and than their clocks differ
   * @param lookBack how far back all is compared again once a day, and on request
   * @param pagesPerRun how many pages of 100 changes a run reads before it leaves the rest to the
   *     next one
   */
  public record Reconciliation(
      @NotNull @DurationMin(millis = 100) Duration every,
      @NotNull @DurationMin(millis = 100) @DurationMax(hours = 1) Duration age,
      @NotNull @DurationMin(hours = 1) @DurationMax(days = 90) Duration lookBack,
      @Min(1) int pagesPerRun) {}
}
