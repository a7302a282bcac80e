package io.baedal.local;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One process of a part, of which several can run.
 *
 * @param number counts from 1; what a part has only one of is the first
 */
public record Instance(Part part, int number) {
  /** More would run into the ports of the others; see {@link Ports#of(Instance)}. */
  static final int MOST = 5;

  public Instance {
    if (number < 1 || number > (part.isService() ? MOST : 1)) {
      throw new IllegalArgumentException("There is no " + part + " " + number);
    }
  }

  /** The only one of {@code part}, or the first. */
  public static Instance first(Part part) {
    return new Instance(part, 1);
  }

  /** All of {@code part} in a system that runs {@code replicas} of every service. */
  static Stream<Instance> of(Part part, int replicas) {
    return IntStream.rangeClosed(1, part.isService() ? replicas : 1)
        .mapToObj(number -> new Instance(part, number));
  }

  boolean isFirst() {
    return number == 1;
  }

  /** How messages name it: {@code payment}, {@code payment 2}. */
  public String label() {
    return isFirst() ? part.label() : part.label() + " " + number;
  }

  /** The name of its files: {@code payment}, {@code payment-2}. */
  String fileName() {
    return isFirst() ? part.fileName() : part.fileName() + "-" + number;
  }

  static Optional<Instance> named(String fileName) {
    return Arrays.stream(Part.values())
        .flatMap(part -> of(part, MOST))
        .filter(instance -> instance.fileName().equals(fileName))
        .findFirst();
  }
}
