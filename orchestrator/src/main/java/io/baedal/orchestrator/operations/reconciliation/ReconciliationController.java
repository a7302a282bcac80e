package io.baedal.orchestrator.operations.reconciliation;

import io.baedal.orchestrator.OrchestratorProperties;
import io.baedal.orchestrator.operations.Refusals;
import io.baedal.web.access.AllowedFor;
import io.baedal.web.access.Role;
import io.baedal.web.problem.ProblemType;
import io.baedal.web.request.PathId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets an operator start a reconciliation of a span of time. */
@RestController
@RequestMapping(path = "/reconciliations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Reconciliation")
class ReconciliationController {

  private static final Duration EARLIEST = Duration.ofDays(90);

  private final Scans scans;
  private final ReconciliationSchedule schedule;
  private final OrchestratorProperties.Reconciliation settings;
  private final Clock clock;

  ReconciliationController(
      Scans scans,
      ReconciliationSchedule schedule,
      OrchestratorProperties properties,
      Clock clock) {
    this.scans = scans;
    this.schedule = schedule;
    this.settings = properties.reconciliation();
    this.clock = clock;
  }

  @PostMapping
  @Operation(
      summary = "Compare all orders that changed in a span of time",
      description =
          "Without from, the configured period is compared (default: seven days). Orders that"
              + " changed in the last minutes are skipped. It starts at once, or after the current"
              + " run. Location shows its progress, and /disagreements the result.")
  @ApiResponse(responseCode = "202")
  @ApiResponse(responseCode = "409", ref = "Problem")
  @AllowedFor(Role.OPERATOR)
  ResponseEntity<Reconciliation> begin(
      @RequestBody(required = false) @Nullable Span span, Principal operator) {
    Instant now = clock.instant();
    Instant latest = now.minus(settings.age());
    Instant from =
        span == null || span.from() == null ? now.minus(settings.lookBack()) : span.from();
    Instant to = span == null || span.to() == null ? latest : span.to();
    if (from.isBefore(now.minus(EARLIEST))) {
      throw Refusals.badField("from", "must be within the last " + EARLIEST.toDays() + " days");
    }
    if (to.isAfter(latest)) {
      to = latest;
    }
    if (from.isAfter(to)) {
      throw Refusals.badField("from", "must be before to, and at least " + settings.age() + " ago");
    }
    Scan scan =
        scans
            .request(operator.getName(), from, to)
            .orElseThrow(
                () ->
                    Refusals.of(
                        ProblemType.TOO_MANY_RECONCILIATIONS,
                        Scans.MOST_REQUESTS + " are in progress. Wait for the end of one."));
    schedule.runSoon();
    return ResponseEntity.accepted()
        .location(URI.create("/reconciliations/" + scan.id()))
        .body(Reconciliation.of(scan));
  }

  @GetMapping("/{id}")
  @Operation(summary = "Show the progress of a reconciliation")
  @AllowedFor(Role.OPERATOR)
  Reconciliation show(@PathId UUID id) {
    return scans
        .find(id)
        .map(Reconciliation::of)
        .orElseThrow(
            () -> Refusals.of(ProblemType.NOT_FOUND, "There is no reconciliation " + id + "."));
  }

  record Reconciliation(
      UUID id,
      @Schema(description = "Who requested it") @Nullable String operator,
      Instant from,
      Instant to,
      @Schema(description = "Number of orders compared so far") int orders,
      Instant askedAt,
      @Schema(description = "Null while it is in progress") @Nullable Instant endedAt,
      @Schema(description = "Why it makes no progress; it continues when the cause is resolved")
          @Nullable String failure) {

    static Reconciliation of(Scan scan) {
      return new Reconciliation(
          scan.id(),
          scan.askedBy(),
          scan.spanFrom(),
          scan.spanTo(),
          scan.orders(),
          scan.askedAt(),
          scan.endedAt(),
          scan.failure());
    }
  }

  /** Null means the default. */
  record Span(@Nullable Instant from, @Nullable Instant to) {}
}
