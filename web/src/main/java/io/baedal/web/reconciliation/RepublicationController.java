package io.baedal.web.reconciliation;

import io.baedal.messaging.republication.Republication;
import io.baedal.web.access.AllowedFor;
import io.baedal.web.access.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Republishes events that Kafka has lost, for operators. */
@RestController
@Tag(name = "Republications", description = "Called by operators, not by customers")
public class RepublicationController {

  private static final Logger log = LoggerFactory.getLogger(RepublicationController.class);

  private final Republication republication;

  public RepublicationController(Republication republication) {
    this.republication = republication;
  }

  @PostMapping(path = "/republications", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Republish the events of some orders",
      description =
          "Repeat the call with \"next\" as \"after\" until \"next\" is null. If it does not"
              + " change, the outbox has to drain first.")
  @AllowedFor(Role.OPERATOR)
  Republication.Page republish(@RequestBody Republish request, @Nullable Principal operator) {
    var page =
        republication.republish(
            request.after == null ? Republication.BEGINNING : request.after,
            request.since == null ? Instant.EPOCH : request.since);
    log.info(
        "{} events republished for {}",
        page.events(),
        operator == null ? "an unnamed operator" : operator.getName());
    return page;
  }

  /**
   * The events to republish.
   *
   * @param since only of orders that changed at this time or later; all if absent
   * @param after {@code next} of the previous call
   */
  public record Republish(
      @Schema(example = "2026-11-22T18:00:00Z") @Nullable Instant since, @Nullable UUID after) {}
}
