package io.baedal.bench.fuzz;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Removes bytes from a request as long as the answer has the same fault. */
final class Smallest {

  /** Short, because a person waits for it. */
  private static final Duration LONGEST = Duration.ofSeconds(5);

  /** Sends a request and returns what is wrong with the answer. */
  interface Trial {
    @Nullable String fault(WireRequest request) throws IOException;
  }

  private final Trial trial;
  private final Instant end = Instant.now().plus(LONGEST);

  Smallest(Trial trial) {
    this.trial = trial;
  }

  WireRequest of(WireRequest request, String fault) throws IOException {
    WireRequest smallest = request;
    if (request.answers() == 0 || !fault.equals(trial.fault(request))) {
      return smallest;
    }
    int size = smallest.text().length();
    for (int part = Math.max(1, size / 2); part >= 1 && hasTime(); part /= 2) {
      smallest = without(part, smallest, fault);
    }
    return smallest;
  }

  private WireRequest without(int part, WireRequest request, String fault) throws IOException {
    WireRequest smallest = request;
    int at = 0;
    while (at < smallest.text().length() && hasTime()) {
      String text = smallest.text();
      String shorter = text.substring(0, at) + text.substring(Math.min(text.length(), at + part));
      if (isSame(smallest.with(shorter), fault)) {
        smallest = smallest.with(shorter);
      } else {
        at += part;
      }
    }
    return smallest;
  }

  private boolean hasTime() {
    return Instant.now().isBefore(end);
  }

  private boolean isSame(WireRequest shorter, String fault) throws IOException {
    return fault.equals(trial.fault(shorter));
  }
}
