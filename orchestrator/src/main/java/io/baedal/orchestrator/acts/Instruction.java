package io.baedal.orchestrator.acts;

/**
 * Who wants something done, and why.
 *
 * @param operator name of the user who has logged in
 * @param reason what they say why; up to 500 characters
 */
public record Instruction(String operator, String reason) {}
