package io.baedal.web.audit;

import io.baedal.messaging.event.AuditOutcome;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An act of an operator, its outcome, or a refused access.
 *
 * @param at to the microsecond
 * @param status the HTTP status; null before the act runs
 * @param reason why the request was refused or failed
 * @param act the sequence number of the entry before the act; null if there is none
 * @param unrecorded the number of refused accesses before this entry that were not recorded
 */
public record AuditEntry(
    Instant at,
    Actor actor,
    Call call,
    @Nullable Integer status,
    @Nullable String reason,
    @Nullable Long act,
    long unrecorded) {

  public AuditEntry {
    at = at.truncatedTo(ChronoUnit.MICROS);
    if (status == null && (reason != null || act != null)) {
      throw new IllegalArgumentException("only an outcome has a reason or an act");
    }
    if (unrecorded < 0) {
      throw new IllegalArgumentException("unrecorded must not be negative");
    }
  }

  /** An act that is about to run. */
  public static AuditEntry requested(Instant at, Actor actor, Call call) {
    return new AuditEntry(at, actor, call, null, null, null, 0);
  }

  /** The outcome of this act, which was recorded with the number {@code act}. */
  public AuditEntry answered(Instant when, int newStatus, @Nullable String why, long number) {
    return new AuditEntry(when, actor, call, newStatus, why, number, 0);
  }

  /** A refused access. */
  public static AuditEntry refused(
      Instant at, Actor actor, Call call, int status, @Nullable String reason) {
    return new AuditEntry(at, actor, call, status, reason, null, 0);
  }

  AuditEntry withUnrecorded(long number) {
    return new AuditEntry(at, actor, call, status, reason, act, number);
  }

  public AuditOutcome outcome() {
    return AuditOutcome.of(status);
  }
}
