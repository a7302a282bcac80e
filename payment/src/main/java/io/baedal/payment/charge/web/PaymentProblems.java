package io.baedal.payment.charge.web;

import io.baedal.payment.charge.PaymentMismatch;
import io.baedal.payment.provider.ProviderUnavailable;
import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemType;
import io.baedal.web.problem.servlet.DomainProblem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Maps this service's own exceptions to problems. */
@Configuration(proxyBeanMethods = false)
class PaymentProblems {

  @Bean
  DomainProblem<PaymentMismatch> paymentMismatch() {
    return new DomainProblem<>(
        PaymentMismatch.class,
        mismatch ->
            Problem.of(
                ProblemType.PAYMENT_MISMATCH,
                "The payment of this order was already requested with another amount, currency or"
                    + " method."));
  }

  @Bean
  DomainProblem<ProviderUnavailable> providerUnavailable() {
    return new DomainProblem<>(
        ProviderUnavailable.class,
        failure ->
            Problem.of(
                ProblemType.PROVIDER_UNAVAILABLE,
                "The payment provider did not answer. Repeat the request."));
  }
}
