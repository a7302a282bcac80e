package io.baedal.orchestrator.operator;

import io.baedal.orchestrator.acts.Instruction;
import io.baedal.web.request.Remark;
import java.security.Principal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is kept of the reasons that operators give. */
final class Reasons {

  /** The longest reason that is kept, in characters. */
  static final int LONGEST = 500;

  /**
   * Who wants something done, and why.
   *
   * @param reason one that is {@link Stated}
   */
  static Instruction instruction(Principal operator, Remark reason) {
    return new Instruction(
        operator.getName(), Objects.requireNonNull(Remark.kept(reason, LONGEST)));
  }

  /** What the operator is told if the reason is not kept as it was sent; else null. */
  static @Nullable String notice(Remark reason) {
    return Remark.notice(reason, LONGEST);
  }

  private Reasons() {}
}
