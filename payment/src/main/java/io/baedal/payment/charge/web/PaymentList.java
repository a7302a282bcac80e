package io.baedal.payment.charge.web;

import java.util.List;

/** One page of payments, newest first, and how many there are on all pages. */
record PaymentList(List<PaymentResponse> items, int page, int size, long totalItems) {}
