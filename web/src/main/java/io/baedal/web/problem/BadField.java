package io.baedal.web.problem;

/**
 * One thing that is wrong with a request.
 *
 * @param field where: {@code items[0].quantity}, the name of a query parameter, path variable or
 *     header, or {@code body} for the body as a whole
 * @param message what it must be
 */
public record BadField(String field, String message) {}
