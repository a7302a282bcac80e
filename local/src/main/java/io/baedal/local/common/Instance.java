package io.baedal.local.common;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One process of a part; several can run.
 *
 * @param number counts from 1; a part with only one process has number 1
 */
public record Instance(Part part, int number) {
  /** More would collide with the ports of other services; see {@link Ports#of(Instance)}. */
  public static final int MOST = 5;

  public Instance {
    if (number < 1 || number > (part.isReplicated() ? MOST : 1)) {
      throw new IllegalArgumentException("There is no " + part + " " + number);
    }
  }

  /** The only one of {@code part}, or the first. */
  public static Instance first(Part part) {
    return new Instance(part, 1);
  }

  /** All of {@code part} in a system that runs {@code replicas} of every service. */
  public static Stream<Instance> of(Part part, int replicas) {
    return IntStream.rangeClosed(1, part.isReplicated() ? replicas : 1)
        .mapToObj(number -> new Instance(part, number));
  }

  public boolean isFirst() {
    return number == 1;
  }

  /** Its name in messages: {@code payment}, {@code payment 2}. */
  public String label() {
    return isFirst() ? part.label() : part.label() + " " + number;
  }

  /** The name of its files: {@code payment}, {@code payment-2}. */
  public String fileName() {
    return isFirst() ? part.fileName() : part.fileName() + "-" + number;
  }

  public static Optional<Instance> named(String fileName) {
    return Arrays.stream(Part.values())
        .flatMap(part -> of(part, MOST))
        .filter(instance -> instance.fileName().equals(fileName))
        .findFirst();
  }
}
