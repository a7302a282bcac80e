package io.baedal.orchestrator.saga.feign;

import java.util.UUID;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

@FeignClient("payment")
interface PaymentClient {

  @PutMapping("/payment-requests/{orderId}")
  Answer approve(@PathVariable("orderId") UUID orderId, @RequestBody PaymentRequest request);

  @DeleteMapping("/payment-requests/{orderId}")
  Answer cancel(@PathVariable("orderId") UUID orderId);

  record PaymentRequest(long amount, String currency, String paymentMethod, String customerId) {}

  record Answer(Status status) {}

  enum Status {
    APPROVED,
    DECLINED,
    CANCELLED
  }
}
