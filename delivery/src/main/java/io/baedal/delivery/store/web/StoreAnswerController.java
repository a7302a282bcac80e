package io.baedal.delivery.store.web;

import io.baedal.delivery.store.ChangeStoreRequest;
import io.baedal.delivery.store.StoreRequest;
import io.baedal.web.access.AllowedFor;
import io.baedal.web.access.Role;
import io.baedal.web.access.Scope;
import io.baedal.web.request.OrderPath;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API for the answers of stores. */
@RestController
@RequestMapping(path = "/store-requests/{orderId}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Stores", description = "Answers of stores; a repeat changes nothing")
class StoreAnswerController {

  private final ChangeStoreRequest changeStoreRequest;

  StoreAnswerController(ChangeStoreRequest changeStoreRequest) {
    this.changeStoreRequest = changeStoreRequest;
  }

  @PostMapping("/acceptance")
  @Operation(summary = "Accept: the store will prepare the order")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "409", ref = "Problem")
  @AllowedFor({Role.STORE, Role.OPERATOR})
  StoreRequestResponse accept(@OrderPath UUID orderId, Scope scope) {
    return StoreRequestResponse.of(changeStoreRequest.accept(orderId, scope));
  }

  @PostMapping("/rejection")
  @Operation(
      summary = "Reject: the store will not prepare the order",
      description =
          "The body and the reason are optional. A longer reason is truncated to 200 characters.")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "409", ref = "Problem")
  @AllowedFor({Role.STORE, Role.OPERATOR})
  StoreRequestResponse reject(
      @OrderPath UUID orderId,
      @RequestBody(required = false) @Nullable RejectionBody body,
      Scope scope) {
    RejectionBody rejection = body == null ? new RejectionBody(null) : body;
    StoreRequest rejected = changeStoreRequest.reject(orderId, rejection.keptReason(), scope);
    return StoreRequestResponse.of(rejected, rejection.notice());
  }
}
