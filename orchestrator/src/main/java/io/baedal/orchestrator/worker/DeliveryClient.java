package io.baedal.orchestrator.worker;

import java.util.List;
import java.util.UUID;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

@FeignClient("delivery")
interface DeliveryClient {

  @PutMapping("/store-requests/{orderId}")
  StoreAnswer requestStore(
      @PathVariable("orderId") UUID orderId, @RequestBody StoreRequest request);

  @DeleteMapping("/store-requests/{orderId}")
  StoreAnswer cancelStoreRequest(@PathVariable("orderId") UUID orderId);

  @PutMapping("/deliveries/{orderId}")
  CourierAnswer startDelivery(
      @PathVariable("orderId") UUID orderId, @RequestBody DeliveryRequest request);

  @DeleteMapping("/deliveries/{orderId}")
  CourierAnswer recallDelivery(@PathVariable("orderId") UUID orderId);

  record StoreRequest(String storeId, List<Item> items) {}

  record Item(String productName, int quantity) {}

  record StoreAnswer(StoreStatus status) {}

  enum StoreStatus {
    REQUESTED,
    ACCEPTED,
    REJECTED,
    CANCELLED
  }

  record DeliveryRequest(String storeId, String deliveryAddress) {}

  record CourierAnswer(CourierStatus status) {}

  enum CourierStatus {
    STARTED,
    PICKED_UP,
    COMPLETED,
    CANCELLED
  }
}
