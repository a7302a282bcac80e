package io.baedal.web.problem;

/**
 * An error in a request.
 *
 * @param field its location: {@code items[0].quantity}, the name of a query parameter, path
 *     variable or header, or {@code body}
 * @param message what is required
 */
public record BadField(String field, String message) {}
