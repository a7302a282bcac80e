package io.baedal.orchestrator.operations;

import io.baedal.orchestrator.operations.acts.Instruction;
import io.baedal.web.request.Remark;
import java.security.Principal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Cuts the reasons of operators to the length that is stored. */
public final class Reasons {

  /** The most characters that are stored. */
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

  /** The notice for the operator if the stored reason differs from the sent one; else null. */
  public static @Nullable String notice(Remark reason) {
    return Remark.notice(reason, LONGEST);
  }

  private Reasons() {}
}
