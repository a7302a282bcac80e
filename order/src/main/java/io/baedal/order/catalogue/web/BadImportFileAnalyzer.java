package io.baedal.order.catalogue.web;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports without a stack trace why the service does not start. */
class BadImportFileAnalyzer extends AbstractFailureAnalyzer<BadImportFile> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, BadImportFile cause) {
    return new FailureAnalysis(cause.getMessage(), null, cause);
  }
}
