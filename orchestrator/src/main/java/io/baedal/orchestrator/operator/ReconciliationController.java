package io.baedal.orchestrator.operator;

import io.baedal.orchestrator.OrchestratorProperties;
import io.baedal.orchestrator.operator.Requests.Span;
import io.baedal.orchestrator.reconciliation.ReconciliationSchedule;
import io.baedal.orchestrator.reconciliation.Walk;
import io.baedal.orchestrator.reconciliation.Walks;
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

/** Lets an operator compare the services now, over a span of time. */
@RestController
@RequestMapping(path = "/reconciliations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Reconciliation")
class ReconciliationController {

  private static final Duration FARTHEST = Duration.ofDays(90);

  private final Walks walks;
  private final ReconciliationSchedule schedule;
  private final OrchestratorProperties.Reconciliation settings;
  private final Clock clock;

  ReconciliationController(
      Walks walks,
      ReconciliationSchedule schedule,
      OrchestratorProperties properties,
      Clock clock) {
    this.walks = walks;
    this.schedule = schedule;
    this.settings = properties.reconciliation();
    this.clock = clock;
  }

  @PostMapping
  @Operation(
      summary = "Compare all orders that changed in a span of time",
      description =
          "Without a body, or a begin, those of the last seven days, or as many as are set. Orders"
              + " that have changed in the last minutes are passed over. It begins at once, if no"
              + " other run is under way; look at Location for its end, and then at"
              + " /disagreements.")
  @ApiResponse(responseCode = "202")
  @ApiResponse(responseCode = "409", ref = "Problem")
  ResponseEntity<Reconciliation> begin(
      @RequestBody(required = false) @Nullable Span span, Principal operator) {
    Instant now = clock.instant();
    Instant latest = now.minus(settings.age());
    Instant from =
        span == null || span.from() == null ? now.minus(settings.lookBack()) : span.from();
    Instant to = span == null || span.to() == null ? latest : span.to();
    if (from.isBefore(now.minus(FARTHEST))) {
      throw Refusals.badField("from", "must be within the last " + FARTHEST.toDays() + " days");
    }
    if (to.isAfter(latest)) {
      to = latest;
    }
    if (from.isAfter(to)) {
      throw Refusals.badField("from", "must be before to, and before the last " + settings.age());
    }
    Walk walk =
        walks
            .request(operator.getName(), from, to)
            .orElseThrow(
                () ->
                    Refusals.of(
                        ProblemType.TOO_MANY_RECONCILIATIONS,
                        Walks.MOST_REQUESTS + " are under way. Wait for one of them."));
    schedule.runSoon();
    return ResponseEntity.accepted()
        .location(URI.create("/reconciliations/" + walk.id()))
        .body(Reconciliation.of(walk));
  }

  @GetMapping("/{id}")
  @Operation(summary = "Show how far a reconciliation has come")
  Reconciliation show(@PathId UUID id) {
    return walks
        .find(id)
        .map(Reconciliation::of)
        .orElseThrow(
            () -> Refusals.of(ProblemType.NOT_FOUND, "There is no reconciliation " + id + "."));
  }

  record Reconciliation(
      UUID id,
      @Schema(description = "Who wanted it") @Nullable String operator,
      Instant from,
      Instant to,
      @Schema(description = "How many were compared so far") int orders,
      Instant askedAt,
      @Schema(description = "Null while it is under way") @Nullable Instant endedAt,
      @Schema(description = "Why it does not get on; it goes on by itself when the cause is gone")
          @Nullable String failure) {

    static Reconciliation of(Walk walk) {
      return new Reconciliation(
          walk.id(),
          walk.askedBy(),
          walk.spanFrom(),
          walk.spanTo(),
          walk.orders(),
          walk.askedAt(),
          walk.endedAt(),
          walk.failure());
    }
  }
}
