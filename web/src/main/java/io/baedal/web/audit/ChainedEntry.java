package io.baedal.web.audit;

import io.baedal.messaging.event.AuditEntryRecorded;

/**
 * An entry at its place in the log of a service.
 *
 * @param sequence counts from 1 without gaps
 * @param previousHash the hash of the entry before it; {@link ChainHead#START} for the first
 * @param hash of the previous hash and of {@link CanonicalForm}
 */
public record ChainedEntry(
    String service, long sequence, AuditEntry entry, String previousHash, String hash) {

  /** The event, which is also what operators read. */
  public AuditEntryRecorded recorded() {
    Call call = entry.call();
    return new AuditEntryRecorded(
        service,
        sequence,
        entry.at(),
        entry.actor().subject(),
        entry.actor().roles(),
        call.method(),
        call.path(),
        call.address(),
        call.forwardedFor(),
        call.traceId(),
        entry.outcome(),
        entry.status(),
        entry.reason(),
        entry.act(),
        entry.unrecorded(),
        previousHash,
        hash);
  }
}
