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
 * @param client the account of the orchestrator itself
 * @param workers the addresses of the workers
 * @param reconciliation settings of reconciliation
 * @param model the process model on which new orders start
 * @param migrations the location pattern of the migration files
 */
@Validated
@ConfigurationProperties("orchestrator")
public record OrchestratorProperties(
    @NotNull @DurationMin(seconds = 1) Duration storeAnswerDeadline,
    @Valid @NotNull Operator operator,
    @Valid @NotNull Client client,
    @Valid @NotNull Workers workers,
    @Valid @NotNull Reconciliation reconciliation,
    @NotNull Resource model,
    @NotBlank String migrations) {

  /** The account that is created at startup; if it exists, its password is set. */
  public record Operator(@NotBlank String username, @NotBlank String password) {}

  /**
   * The account with which the workers are called (client credentials).
   *
   * @param tokenUri where the OpenID Connect provider issues tokens
   */
  public record Client(@NotBlank String id, @NotBlank String secret, @NotNull URI tokenUri) {}

  /**
   * The workers. The process calls payment and delivery; order and the order view are called by
   * reconciliation only.
   */
  public record Workers(
      @Valid @NotNull Worker order,
      @Valid @NotNull Worker payment,
      @Valid @NotNull Worker delivery,
      @Valid @NotNull Worker orderView) {}

  /**
   * The addresses of a worker.
   *
   * @param url scheme, host and port of each instance. Of several instances, those that are ready
   *     are called in turn
   */
  public record Worker(@NotEmpty List<@NotNull URI> url) {}

  /**
   * Settings of reconciliation.
   *
   * @param every the pause between two runs
   * @param age how long an order must be unchanged before it is compared: longer than the delay of
   *     events and the difference of clocks together
   * @param lookBack the period that is compared again once a day, and on request by default
   * @param pagesPerRun the most pages of 100 changes that a run reads; the next run continues
   */
  public record Reconciliation(
      @NotNull @DurationMin(millis = 100) Duration every,
      @NotNull @DurationMin(millis = 100) @DurationMax(hours = 1) Duration age,
      @NotNull @DurationMin(hours = 1) @DurationMax(days = 90) Duration lookBack,
      @Min(1) int pagesPerRun) {}
}
