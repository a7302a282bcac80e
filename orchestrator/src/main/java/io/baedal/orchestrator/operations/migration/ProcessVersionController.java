package io.baedal.orchestrator.operations.migration;

import io.baedal.orchestrator.operations.migration.ProcessVersions.ProcessVersion;
import io.baedal.web.access.AllowedFor;
import io.baedal.web.access.Role;
import io.baedal.web.page.Cursor;
import io.baedal.web.page.Page;
import io.baedal.web.request.Query;
import io.baedal.web.request.WholeNumber;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the versions of the process. */
@RestController
@Tag(name = "Versions", description = "Versions of the process, and the orders that run on them")
class ProcessVersionController {

  private final ProcessVersions versions;

  ProcessVersionController(ProcessVersions versions) {
    this.versions = versions;
  }

  @GetMapping(path = "/process-versions", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "List the versions of the process, newest first",
      description =
          "With the number of orders on each version and at each place. startsHere and runsHere"
              + " apply to the responding instance.")
  @AllowedFor(Role.OPERATOR)
  Page<ProcessVersion> list(@Query VersionQuery query) {
    return versions.find(query.after(), Page.sizeOf(query.size()));
  }

  record VersionQuery(
      @Schema(description = Page.AFTER) @Nullable Cursor after,
      @Schema(defaultValue = "20") @WholeNumber(min = 1, max = Page.LARGEST_SIZE)
          @Nullable Integer size) {}
}
