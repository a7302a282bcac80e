package io.baedal.delivery.courier.web;

import io.baedal.delivery.courier.ChangeDelivery;
import io.baedal.web.request.OrderPath;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
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

  @PostMapping("/pick-up")
  @Operation(summary = "The courier has the order")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "409", ref = "Problem")
  DeliveryResponse pickUp(@OrderPath UUID orderId) {
    return DeliveryResponse.of(changeDelivery.pickUp(orderId));
  }

  @PostMapping("/completion")
  @Operation(summary = "The customer has the order")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "409", ref = "Problem")
  DeliveryResponse complete(@OrderPath UUID orderId) {
    return DeliveryResponse.of(changeDelivery.complete(orderId));
  }
}
