package io.baedal.delivery.courier.web;

import java.util.List;

/** One page of deliveries, newest first, and how many there are on all pages. */
record DeliveryList(List<DeliveryResponse> items, int page, int size, long totalItems) {}
