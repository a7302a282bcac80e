package io.baedal.web.audit.servlet;

import io.baedal.messaging.event.AuditEntryRecorded;
import io.baedal.messaging.event.AuditOutcome;
import io.baedal.web.access.AllowedFor;
import io.baedal.web.access.Role;
import io.baedal.web.audit.AuditFilter;
import io.baedal.web.audit.AuditLog;
import io.baedal.web.audit.ChainedEntry;
import io.baedal.web.page.Cursor;
import io.baedal.web.page.Page;
import io.baedal.web.reconciliation.Items;
import io.baedal.web.request.Name;
import io.baedal.web.request.Query;
import io.baedal.web.request.WholeNumber;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the audit log; the gateway does not route to it. */
@RestController
@Tag(name = "Audit", description = "What operators did, and which accesses were refused")
class AuditController {

  private static final int LONGEST_CHAIN = 500;
  private static final int LONGEST_SUBJECT = 100;

  private final AuditLog auditLog;

  AuditController(AuditLog auditLog) {
    this.auditLog = auditLog;
  }

  @GetMapping(path = "/audit-entries", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "List acts of operators and refused accesses, newest first")
  @AllowedFor(Role.OPERATOR)
  Page<AuditEntryRecorded> list(@Query ListQuery query) {
    int size = Page.sizeOf(query.size());
    var filter = new AuditFilter(query.who(), query.from(), query.to(), query.outcome());
    return Page.of(
        auditLog.find(filter, query.after(), size + 1),
        size,
        chained -> new Cursor(chained.entry().at(), new UUID(0, chained.sequence())),
        ChainedEntry::recorded);
  }

  @GetMapping(path = "/audit-chain", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "The entries in the sequence of their hashes, oldest first",
      description =
          "A page that is not full is the last one. For the next page, after is the sequence of"
              + " the last entry.")
  @AllowedFor(Role.OPERATOR)
  Items<AuditEntryRecorded> chain(@Query ChainQuery query) {
    long after = query.after() == null ? 0 : query.after();
    int limit = query.limit() == null ? LONGEST_CHAIN : query.limit();
    return new Items<>(auditLog.chain(after, limit).stream().map(ChainedEntry::recorded).toList());
  }

  /** Which entries a list has; all parameters are optional. */
  record ListQuery(
      @Schema(description = "The caller") @Name(max = LONGEST_SUBJECT) @Nullable String who,
      @Schema(description = "At this time or later") @Nullable Instant from,
      @Schema(description = "Before this time") @Nullable Instant to,
      @Nullable AuditOutcome outcome,
      @Schema(description = Page.AFTER) @Nullable Cursor after,
      @Schema(defaultValue = "20") @WholeNumber(min = 1, max = Page.LARGEST_SIZE)
          @Nullable Integer size) {}

  /** A part of the chain. */
  record ChainQuery(
      @Schema(description = "Only entries with greater numbers")
          @WholeNumber(min = 0, max = Long.MAX_VALUE)
          @Nullable Long after,
      @Schema(defaultValue = "500") @WholeNumber(min = 1, max = LONGEST_CHAIN)
          @Nullable Integer limit) {}
}
