package io.baedal.delivery.web;

import io.baedal.messaging.republication.Republication;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The call by which an operator has events published again that Kafka has lost. */
@RestController
@Tag(name = "Republications", description = "Called by operators")
class RepublicationController {

  private final Republication republication;

  RepublicationController(Republication republication) {
    this.republication = republication;
  }

  @PostMapping(path = "/republications", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Publish the events of some orders again",
      description =
          "Go on with \"next\" as \"after\" until it is null; if it does not move, the outbox has"
              + " to drain first.")
  @ApiResponse(responseCode = "200", description = "How many were published")
  @ApiResponse(responseCode = "400", ref = "Problem")
  @ApiResponse(responseCode = "503", ref = "Problem")
  Republication.Page republish(@RequestBody Republish request) {
    return republication.republish(
        request.after == null ? Republication.BEGINNING : request.after,
        request.since == null ? Instant.EPOCH : request.since);
  }

  /**
   * Which ones.
   *
   * @param since of what changed then or later; of all if left out
   * @param after where the call before ended
   */
  record Republish(
      @Schema(example = "2026-11-22T18:00:00Z") @Nullable Instant since, @Nullable UUID after) {}
}
