package io.baedal.orchestrator.operations;

import io.baedal.orchestrator.operations.acts.Instruction;
import io.baedal.web.request.Remark;
import java.security.Principal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is kept of the reasons that operators give. */
public final class Reasons {

  /** The longest reason that is kept, in characters. */
  static final int LONGEST = 500;

  /**
   * Who requested an operation, and why.
   *
   * @param reason one that is {@link Stated}
   */
  public static Instruction instruction(Principal operator, Remark reason) {
    return new Instruction(
        operator.getName(), Objects.requireNonNull(Remark.kept(reason, LONGEST)));
  }

  /** The notice for the operator if the reason is not kept as it was sent; else null. */
  public static @Nullable String notice(Remark reason) {
    return Remark.notice(reason, LONGEST);
  }

  private Reasons() {}
}
