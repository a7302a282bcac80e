package io.baedal.delivery.courier.web;

import io.baedal.delivery.courier.ChangeDelivery;
import io.baedal.delivery.courier.Deliveries;
import io.baedal.delivery.refusal.UnknownOrder;
import io.baedal.web.access.AllowedFor;
import io.baedal.web.access.Role;
import io.baedal.web.access.Scope;
import io.baedal.web.page.Cursor;
import io.baedal.web.page.Page;
import io.baedal.web.request.OrderPath;
import io.baedal.web.request.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API for deliveries, which the order's process starts and recalls. */
@RestController
@RequestMapping(path = "/deliveries", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Deliveries", description = "Deliveries of couriers")
class DeliveryController {

  private final ChangeDelivery changeDelivery;
  private final Deliveries deliveries;

  DeliveryController(ChangeDelivery changeDelivery, Deliveries deliveries) {
    this.changeDelivery = changeDelivery;
    this.deliveries = deliveries;
  }

  @PutMapping("/{orderId}")
  @Operation(
      summary = "Request a courier",
      description =
          "A repeat changes nothing and returns the state of the delivery. After a recall it"
              + " requests no courier and returns CANCELLED.")
  @ApiResponse(responseCode = "200", description = "The current state of the delivery")
  @ApiResponse(responseCode = "409", ref = "Problem")
  @AllowedFor(Role.SERVICE)
  DeliveryAnswer start(@OrderPath UUID orderId, @RequestBody DeliveryBody body) {
    return DeliveryAnswer.of(changeDelivery.start(orderId, body.toRoute()));
  }

  @DeleteMapping("/{orderId}")
  @Operation(
      summary = "Recall the delivery",
      description =
          "A repeat changes nothing. Without a delivery, the recall is stored, and no delivery can"
              + " start later.")
  @ApiResponse(
      responseCode = "200",
      description = "CANCELLED; or PICKED_UP or COMPLETED, and nothing is changed")
  @AllowedFor(Role.SERVICE)
  DeliveryAnswer recall(@OrderPath UUID orderId) {
    return DeliveryAnswer.of(changeDelivery.recall(orderId));
  }

  @GetMapping("/{orderId}")
  @Operation(summary = "Show the state of a delivery")
  @AllowedFor({Role.STORE, Role.COURIER, Role.OPERATOR})
  DeliveryResponse show(@OrderPath UUID orderId, Scope scope) {
    return deliveries
        .find(orderId, scope)
        .map(delivery -> DeliveryResponse.of(delivery, scope))
        .orElseThrow(() -> new UnknownOrder(orderId));
  }

  @GetMapping
  @Operation(summary = "List deliveries, oldest first")
  @AllowedFor({Role.STORE, Role.COURIER, Role.OPERATOR})
  Page<DeliveryResponse> list(@Query DeliveryQuery query, Scope scope) {
    int size = Page.sizeOf(query.size());
    return Page.of(
        deliveries.find(query.filter(scope), query.after(), size + 1),
        size,
        delivery -> new Cursor(delivery.startedAt(), delivery.orderId()),
        delivery -> DeliveryResponse.of(delivery, scope));
  }
}
