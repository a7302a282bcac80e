package io.baedal.delivery.store.web;

import java.util.List;

/** One page of store requests, newest first, and how many there are on all pages. */
record StoreRequestList(List<StoreRequestResponse> items, int page, int size, long totalItems) {}
