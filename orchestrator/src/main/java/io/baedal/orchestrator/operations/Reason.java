package io.baedal.orchestrator.operations;

import io.baedal.web.request.Remark;
import io.swagger.v3.oas.annotations.media.Schema;

/** The body of a call that needs only a reason; 500 characters of it are kept. */
public record Reason(@Schema(example = "provider is back") @Stated Remark reason) {}
