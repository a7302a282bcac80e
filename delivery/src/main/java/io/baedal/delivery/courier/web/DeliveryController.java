package io.baedal.delivery.courier.web;

import io.baedal.delivery.courier.Deliveries;
import io.baedal.delivery.courier.RecallDelivery;
import io.baedal.delivery.courier.StartDelivery;
import io.baedal.delivery.refusal.UnknownOrder;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the order's process asks for, and what there is to see of it. */
@RestController
@RequestMapping(path = "/deliveries", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Deliveries", description = "What couriers are asked to deliver")
class DeliveryController {

  static final String EXAMPLE_ORDER = "5f0c6c1e-7a52-4a2f-9a53-0d3f5a1f9b11";

  private final StartDelivery startDelivery;
  private final RecallDelivery recallDelivery;
  private final Deliveries deliveries;

  DeliveryController(
      StartDelivery startDelivery, RecallDelivery recallDelivery, Deliveries deliveries) {
    this.startDelivery = startDelivery;
    this.recallDelivery = recallDelivery;
    this.deliveries = deliveries;
  }

  @PutMapping("/{orderId}")
  @Operation(
      summary = "Ask for a courier",
      description =
          "Repeating it changes nothing and answers how the delivery stands. After the delivery was"
              + " recalled it asks nobody and answers CANCELLED.")
  @ApiResponse(responseCode = "200", description = "How the delivery stands now")
  @ApiResponse(responseCode = "400", ref = "Problem")
  @ApiResponse(responseCode = "503", ref = "Problem")
  DeliveryAnswer start(
      @Parameter(example = EXAMPLE_ORDER) @PathVariable UUID orderId,
      @Valid @RequestBody DeliveryBody body) {
    return DeliveryAnswer.of(startDelivery.start(orderId, body.toRoute()));
  }

  @DeleteMapping("/{orderId}")
  @Operation(
      summary = "Call the courier back",
      description =
          "Repeating it changes nothing. Without a delivery it is remembered, and none will start"
              + " later.")
  @ApiResponse(
      responseCode = "200",
      description = "CANCELLED; or PICKED_UP or COMPLETED: the courier was faster, nothing changed")
  @ApiResponse(responseCode = "400", ref = "Problem")
  @ApiResponse(responseCode = "503", ref = "Problem")
  DeliveryAnswer recall(@Parameter(example = EXAMPLE_ORDER) @PathVariable UUID orderId) {
    return DeliveryAnswer.of(recallDelivery.recall(orderId));
  }

  @GetMapping("/{orderId}")
  @Operation(summary = "Show how far a delivery is")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", ref = "Problem")
  DeliveryResponse show(@Parameter(example = EXAMPLE_ORDER) @PathVariable UUID orderId) {
    return deliveries
        .find(orderId)
        .map(DeliveryResponse::of)
        .orElseThrow(() -> new UnknownOrder(orderId));
  }

  @GetMapping
  @Operation(summary = "List deliveries, newest first")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "400", ref = "Problem")
  DeliveryList list(@ParameterObject @Valid @ModelAttribute DeliveryQuery query) {
    int page = query.pageOrFirst();
    int size = query.sizeOrDefault();
    Deliveries.Page found = deliveries.find(query.filter(), page, size);
    return new DeliveryList(
        found.items().stream().map(DeliveryResponse::of).toList(), page, size, found.totalItems());
  }
}
