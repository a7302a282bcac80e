package io.baedal.web.request;

import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemType;
import java.util.concurrent.atomic.AtomicLong;

/** Limits the total memory of all bodies. */
final class BodyBudget {

  private final long limit;
  private final AtomicLong held = new AtomicLong();

  BodyBudget(long limit) {
    this.limit = limit;
  }

  /** Reserves memory and returns whether it was available. The caller must release it. */
  boolean reserve(long bytes) {
    if (held.addAndGet(bytes) <= limit) {
      return true;
    }
    held.addAndGet(-bytes);
    return false;
  }

  /** The problem if no memory is available. */
  static Problem exceeded() {
    return Problem.of(ProblemType.OVERLOADED, "Too many bodies at a time. Try again later.");
  }

  void release(long bytes) {
    held.addAndGet(-bytes);
  }
}
