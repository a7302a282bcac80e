package io.baedal.orchestrator.operations;

import io.baedal.web.request.Remark;
import io.swagger.v3.oas.annotations.media.Schema;

/** A request body that has only a reason, of which 500 characters are stored. */
public record Reason(@Schema(example = "provider is back") @Stated Remark reason) {}
