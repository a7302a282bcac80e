package io.baedal.orchestrator.operator;

import io.baedal.messaging.republication.Republication;
import io.baedal.orchestrator.operator.Requests.Republish;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets an operator publish events again that Kafka has lost. */
@RestController
@Tag(name = "Republications", description = "Events that are told again")
class RepublicationController {

  private static final Logger log = LoggerFactory.getLogger(RepublicationController.class);

  private final Republication republication;

  RepublicationController(Republication republication) {
    this.republication = republication;
  }

  @PostMapping(path = "/republications", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Publish the events of some orders again",
      description =
          "Those of orders that changed at \"since\" or later; without it, of all. Go on with"
              + " \"next\" as \"after\" until it is null; if it does not move, the outbox has to"
              + " drain first.")
  Republication.Page republish(@Valid @RequestBody Republish request, Principal operator) {
    var page = republication.republish(request.afterOrBeginning(), request.sinceOrEver());
    log.info("{} had {} events published again", operator.getName(), page.events());
    return page;
  }
}
