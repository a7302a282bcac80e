package io.baedal.web.request;

import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemType;
import java.util.concurrent.atomic.AtomicLong;

/** Bounds the memory that all bodies hold together. */
final class BodyBudget {

  private final long limit;
  private final AtomicLong held = new AtomicLong();

  BodyBudget(long limit) {
    this.limit = limit;
  }

  /** Whether there was room for so many bytes; the caller gives them back then. */
  boolean take(long bytes) {
    if (held.addAndGet(bytes) <= limit) {
      return true;
    }
    held.addAndGet(-bytes);
    return false;
  }

  /** What is said where there is no room. */
  static Problem exceeded() {
    return Problem.of(ProblemType.OVERLOADED, "Too many bodies at a time. Try again later.");
  }

  void giveBack(long bytes) {
    held.addAndGet(-bytes);
  }
}
