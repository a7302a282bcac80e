package io.baedal.delivery.courier.web;

import io.baedal.delivery.courier.ChangeDelivery;
import io.baedal.web.access.AllowedFor;
import io.baedal.web.access.Role;
import io.baedal.web.access.Scope;
import io.baedal.web.request.OrderPath;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API for the reports of couriers. */
@RestController
@RequestMapping(path = "/deliveries/{orderId}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Couriers", description = "Reports of couriers; a repeat changes nothing")
class CourierController {

  private final ChangeDelivery changeDelivery;

  CourierController(ChangeDelivery changeDelivery) {
    this.changeDelivery = changeDelivery;
  }

  @PutMapping("/courier")
  @Operation(
      summary = "Take the delivery",
      description =
          "Until a courier takes it, a delivery is offered to all; then it is that courier's alone.")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "409", ref = "Problem")
  @AllowedFor(Role.COURIER)
  DeliveryResponse take(@OrderPath UUID orderId, Scope scope) {
    String courier = Objects.requireNonNull(scope.courierId(), "the rule allows couriers only");
    return DeliveryResponse.of(changeDelivery.take(orderId, courier, scope), scope);
  }

  @DeleteMapping("/courier")
  @Operation(summary = "Hand the delivery back, before it is picked up")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "409", ref = "Problem")
  @AllowedFor({Role.COURIER, Role.OPERATOR})
  DeliveryResponse handBack(@OrderPath UUID orderId, Scope scope) {
    return DeliveryResponse.of(changeDelivery.handBack(orderId, scope), scope);
  }

  @PostMapping("/pick-up")
  @Operation(summary = "The courier has the order")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "409", ref = "Problem")
  @AllowedFor({Role.COURIER, Role.OPERATOR})
  DeliveryResponse pickUp(@OrderPath UUID orderId, Scope scope) {
    return DeliveryResponse.of(changeDelivery.pickUp(orderId, scope), scope);
  }

  @PostMapping("/completion")
  @Operation(summary = "The customer has the order")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "409", ref = "Problem")
  @AllowedFor({Role.COURIER, Role.OPERATOR})
  DeliveryResponse complete(@OrderPath UUID orderId, Scope scope) {
    return DeliveryResponse.of(changeDelivery.complete(orderId, scope), scope);
  }
}
