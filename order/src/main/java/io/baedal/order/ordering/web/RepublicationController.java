package io.baedal.order.ordering.web;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import io.baedal.messaging.republication.Republication;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The call by which an operator has events published again that Kafka has lost. */
@RestController
@Tag(name = "Republications", description = "Called by operators, not by customers")
class RepublicationController {

  private final Republication republication;

  RepublicationController(Republication republication) {
    this.republication = republication;
  }

  @Operation(
      summary = "Publish the events of some orders again",
      description =
          "Go on with \"next\" as \"after\" until it is null; if it does not move, the outbox has"
              + " to drain first.",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = APPLICATION_JSON_VALUE,
                      schema = @Schema(implementation = Examples.Republication.class),
                      examples = @ExampleObject(Examples.REPUBLICATION))))
  @ApiResponse(responseCode = "200", description = "How many were published")
  @BadRequestResponse
  @PostMapping(path = "/republications", produces = APPLICATION_JSON_VALUE)
  Republication.Page republish(@Parameter(hidden = true) JsonBody body) {
    var errors = new FieldErrors();
    FieldReader fields = body.fields(errors);
    @Nullable Instant since =
        fields.optionalParsed(
            "since", Instant::parse, "must be a time such as 2026-11-22T18:00:00Z");
    @Nullable UUID after = fields.optionalParsed("after", UUID::fromString, "must be a UUID");
    fields.rejectUnknown();
    errors.throwIfAny();
    return republication.republish(
        after == null ? Republication.BEGINNING : after, since == null ? Instant.EPOCH : since);
  }
}
