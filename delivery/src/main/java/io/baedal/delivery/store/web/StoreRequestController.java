package io.baedal.delivery.store.web;

import io.baedal.delivery.refusal.UnknownOrder;
import io.baedal.delivery.store.CancelStoreRequest;
import io.baedal.delivery.store.RequestStore;
import io.baedal.delivery.store.StoreRequests;
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
@RequestMapping(path = "/store-requests", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Store requests", description = "What stores are asked to prepare")
class StoreRequestController {

  static final String EXAMPLE_ORDER = "5f0c6c1e-7a52-4a2f-9a53-0d3f5a1f9b11";

  private final RequestStore requestStore;
  private final CancelStoreRequest cancelStoreRequest;
  private final StoreRequests requests;

  StoreRequestController(
      RequestStore requestStore, CancelStoreRequest cancelStoreRequest, StoreRequests requests) {
    this.requestStore = requestStore;
    this.cancelStoreRequest = cancelStoreRequest;
    this.requests = requests;
  }

  @PutMapping("/{orderId}")
  @Operation(
      summary = "Ask a store to prepare an order",
      description =
          "Repeating it changes nothing and answers how the request stands. After the request was"
              + " cancelled it asks nobody and answers CANCELLED.")
  @ApiResponse(responseCode = "200", description = "How the request stands now")
  @ApiResponse(responseCode = "400", ref = "Problem")
  @ApiResponse(responseCode = "503", ref = "Problem")
  StoreRequestAnswer request(
      @Parameter(example = EXAMPLE_ORDER) @PathVariable UUID orderId,
      @Valid @RequestBody StoreRequestBody body) {
    return StoreRequestAnswer.of(requestStore.request(orderId, body.toOrder()));
  }

  @DeleteMapping("/{orderId}")
  @Operation(
      summary = "Tell the store that it need not prepare the order",
      description =
          "Repeating it changes nothing. Without a request it is remembered, and none will be made"
              + " later.")
  @ApiResponse(responseCode = "200", description = "CANCELLED; or REJECTED: nothing to undo")
  @ApiResponse(responseCode = "400", ref = "Problem")
  @ApiResponse(responseCode = "503", ref = "Problem")
  StoreRequestAnswer cancel(@Parameter(example = EXAMPLE_ORDER) @PathVariable UUID orderId) {
    return StoreRequestAnswer.of(cancelStoreRequest.cancel(orderId));
  }

  @GetMapping("/{orderId}")
  @Operation(summary = "Show what a store was asked and what it answered")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", ref = "Problem")
  StoreRequestResponse show(@Parameter(example = EXAMPLE_ORDER) @PathVariable UUID orderId) {
    return requests
        .find(orderId)
        .map(StoreRequestResponse::of)
        .orElseThrow(() -> new UnknownOrder(orderId));
  }

  @GetMapping
  @Operation(summary = "List store requests, newest first")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "400", ref = "Problem")
  StoreRequestList list(@ParameterObject @Valid @ModelAttribute StoreRequestQuery query) {
    int page = query.pageOrFirst();
    int size = query.sizeOrDefault();
    StoreRequests.Page found = requests.find(query.filter(), page, size);
    return new StoreRequestList(
        found.items().stream().map(StoreRequestResponse::of).toList(),
        page,
        size,
        found.totalItems());
  }
}
