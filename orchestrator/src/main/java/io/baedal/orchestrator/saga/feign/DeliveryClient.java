package io.baedal.orchestrator.saga.feign;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.baedal.messaging.event.OrderPlaced;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

  /** Absent fields are omitted. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StoreRequest(
      String storeId, List<Item> items, @Nullable Long orderNumber, @Nullable String note) {

    static StoreRequest of(OrderPlaced order) {
      var items =
          order.items().stream()
              .map(item -> new Item(item.productName(), item.quantity(), item.options()))
              .toList();
      return new StoreRequest(order.storeId(), items, order.number(), order.note());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(String productName, int quantity, @Nullable List<String> options) {}

  record StoreAnswer(StoreStatus status) {}

  enum StoreStatus {
    REQUESTED,
    ACCEPTED,
    REJECTED,
    CANCELLED
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DeliveryRequest(
      String storeId,
      String deliveryAddress,
      @Nullable Long orderNumber,
      @Nullable String note,
      @Nullable String phone) {

    static DeliveryRequest of(OrderPlaced order) {
      return new DeliveryRequest(
          order.storeId(), order.deliveryAddress(), order.number(), order.note(), order.phone());
    }
  }

  record CourierAnswer(CourierStatus status) {}

  enum CourierStatus {
    STARTED,
    PICKED_UP,
    COMPLETED,
    CANCELLED
  }
}
