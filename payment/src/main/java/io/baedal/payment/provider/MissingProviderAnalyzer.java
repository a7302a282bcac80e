package io.baedal.payment.provider;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports in one line, instead of a stack trace, why the service does not start. */
class MissingProviderAnalyzer extends AbstractFailureAnalyzer<MissingProvider> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, MissingProvider cause) {
    return new FailureAnalysis(cause.getMessage(), null, cause);
  }
}
