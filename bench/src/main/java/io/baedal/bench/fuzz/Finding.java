package io.baedal.bench.fuzz;

/**
 * Something wrong with the answer to a request.
 *
 * @param number of the request; the seed and the number reproduce it
 * @param command sends the smallest request that was found with the same fault
 */
public record Finding(String target, int number, String operation, String fault, String command) {

  @Override
  public String toString() {
    return "%s %d, %s: %s%n    %s".formatted(target, number, operation, fault, command);
  }
}
