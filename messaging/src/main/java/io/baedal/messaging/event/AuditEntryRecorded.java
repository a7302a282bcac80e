package io.baedal.messaging.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit log of a service: the act of an operator, or a refused access. Each entry
 * has the hash of the one before it; docs/audit.md describes how the hash is computed.
 *
 * @param service whose log it is; also the Kafka key
 * @param sequence counts the entries of the service from 1 without gaps
 * @param subject the caller; null if the caller is not known
 * @param path without the query
 * @param address the address that the request came from
 * @param forwardedFor what a proxy said about the client; not verified
 * @param outcome follows from {@code status}
 * @param status the HTTP status; null before the act runs
 * @param reason why the request was refused or failed
 * @param act the sequence number of the entry that was written before the act; null if there is
 *     none
 * @param unrecorded the number of refused accesses before this entry that were not recorded
 * @param previousHash the hash of the entry before this one, in hexadecimal digits
 */
public record AuditEntryRecorded(
    String service,
    long sequence,
    Instant at,
    @Nullable String subject,
    List<String> roles,
    String method,
    String path,
    String address,
    @Nullable String forwardedFor,
    @Nullable String traceId,
    AuditOutcome outcome,
    @Nullable Integer status,
    @Nullable String reason,
    @Nullable Long act,
    long unrecorded,
    String previousHash,
    String hash)
    implements Event {

  /** In the outbox of a service, all its entries have this key, and no order has it. */
  public static final UUID KEY = new UUID(0, 0);

  @Override
  public UUID key() {
    return KEY;
  }
}
