package io.baedal.delivery.store.web;

import io.baedal.delivery.refusal.UnknownOrder;
import io.baedal.delivery.store.ChangeStoreRequest;
import io.baedal.delivery.store.StoreRequests;
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

/** The API for store requests, which the order's process makes and cancels. */
@RestController
@RequestMapping(path = "/store-requests", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Store requests", description = "Requests to stores to prepare orders")
class StoreRequestController {

  private final ChangeStoreRequest changeStoreRequest;
  private final StoreRequests requests;

  StoreRequestController(ChangeStoreRequest changeStoreRequest, StoreRequests requests) {
    this.changeStoreRequest = changeStoreRequest;
    this.requests = requests;
  }

  @PutMapping("/{orderId}")
  @Operation(
      summary = "Ask a store to prepare an order",
      description =
          "A repeat changes nothing and returns the state of the request. After a cancellation it"
              + " makes no request and returns CANCELLED.")
  @ApiResponse(responseCode = "200", description = "The current state of the request")
  @ApiResponse(responseCode = "409", ref = "Problem")
  @AllowedFor(Role.SERVICE)
  StoreRequestAnswer request(@OrderPath UUID orderId, @RequestBody StoreRequestBody body) {
    return StoreRequestAnswer.of(changeStoreRequest.request(orderId, body.toOrder()));
  }

  @DeleteMapping("/{orderId}")
  @Operation(
      summary = "Cancel the request to the store",
      description =
          "A repeat changes nothing. Without a request, the cancellation is stored, and no request"
              + " can be made later.")
  @ApiResponse(responseCode = "200", description = "CANCELLED; or REJECTED, and nothing is changed")
  @AllowedFor(Role.SERVICE)
  StoreRequestAnswer cancel(@OrderPath UUID orderId) {
    return StoreRequestAnswer.of(changeStoreRequest.cancel(orderId));
  }

  @GetMapping("/{orderId}")
  @Operation(summary = "Show a store request and its answer")
  @AllowedFor({Role.STORE, Role.OPERATOR})
  StoreRequestResponse show(@OrderPath UUID orderId, Scope scope) {
    return requests
        .find(orderId, scope)
        .map(StoreRequestResponse::of)
        .orElseThrow(() -> new UnknownOrder(orderId));
  }

  @GetMapping
  @Operation(summary = "List store requests, oldest first")
  @AllowedFor({Role.STORE, Role.OPERATOR})
  Page<StoreRequestResponse> list(@Query StoreRequestQuery query, Scope scope) {
    int size = Page.sizeOf(query.size());
    return Page.of(
        requests.find(query.filter(scope), query.after(), size + 1),
        size,
        request -> new Cursor(request.requestedAt(), request.orderId()),
        StoreRequestResponse::of);
  }
}
