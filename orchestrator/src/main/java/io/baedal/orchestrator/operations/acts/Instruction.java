package io.baedal.orchestrator.operations.acts;

/**
 * Who requested an operation, and why.
 *
 * @param operator the name of the logged-in user
 * @param reason up to 500 characters
 */
public record Instruction(String operator, String reason) {}
