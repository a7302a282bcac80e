package io.baedal.order.ordering.web;

/**
 * One thing wrong with a request.
 *
 * @param field where: {@code items[0].quantity}, the name of a query parameter or header, or {@code
 *     body} for the body as a whole
 */
record FieldError(String field, String message) {}
