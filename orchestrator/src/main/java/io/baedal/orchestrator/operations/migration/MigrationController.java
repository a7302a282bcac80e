package io.baedal.orchestrator.operations.migration;

import io.baedal.orchestrator.operations.Reasons;
import io.baedal.orchestrator.operations.Refusals;
import io.baedal.orchestrator.operations.Stated;
import io.baedal.orchestrator.operations.migration.MigrateOrders.Batch;
import io.baedal.orchestrator.operations.migration.MigrateOrders.Refused;
import io.baedal.web.access.AllowedFor;
import io.baedal.web.access.Role;
import io.baedal.web.problem.ProblemType;
import io.baedal.web.request.Remark;
import io.baedal.web.request.WholeNumber;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets an operator migrate running orders to another version of the process. */
@RestController
@Tag(name = "Versions")
class MigrationController {

  private final Migrations migrations;
  private final MigrateOrders migrateOrders;

  MigrationController(Migrations migrations, MigrateOrders migrateOrders) {
    this.migrations = migrations;
    this.migrateOrders = migrateOrders;
  }

  @PostMapping(path = "/migrations", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Migrate a page of orders by a plan",
      description =
          "Up to limit orders, sorted by id. Repeat the call with after = next until next is null."
              + " A dry run migrates each order and rolls the transaction back. Retry busy orders"
              + " later. 409 if the plan fits no order.")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", ref = "Problem")
  @ApiResponse(responseCode = "409", ref = "Problem")
  @AllowedFor(Role.OPERATOR)
  MigratedBatch migrate(@RequestBody Migrate request, Principal operator) {
    Migration migration =
        migrations
            .named(request.plan())
            .orElseThrow(
                () -> Refusals.of(ProblemType.NOT_FOUND, "There is no plan of this name."));
    int limit = request.limitOrDefault();
    Batch batch =
        request.dryRun()
            ? migrateOrders.dryRun(migration, request.after(), limit)
            : migrateOrders.migrate(
                migration, request.after(), limit, Reasons.instruction(operator, request.reason()));
    return new MigratedBatch(
        migration.name(),
        request.dryRun(),
        batch.migrated(),
        batch.busy(),
        batch.refused(),
        batch.last(),
        Reasons.notice(request.reason()));
  }

  record MigratedBatch(
      String plan,
      boolean dryRun,
      @Schema(description = "Orders that were migrated, or in a dry run, can be") int migrated,
      @Schema(description = "Orders with a running job, which can be retried later") int busy,
      @Schema(description = "Orders that cannot be migrated from their place")
          List<Refused> refused,
      @Schema(description = "Null if there are no more orders") @Nullable UUID next,
      @Schema(description = "Says that the reason was truncated") @Nullable String notice) {}

  record Migrate(
      @Schema(example = "1-to-2") String plan,
      boolean dryRun,
      @Stated Remark reason,
      @Schema(description = "The value of next in the previous answer") @Nullable UUID after,
      @Schema(defaultValue = "50") @WholeNumber(min = 1, max = 100) @Nullable Integer limit) {

    int limitOrDefault() {
      return limit == null ? 50 : limit;
    }
  }
}
