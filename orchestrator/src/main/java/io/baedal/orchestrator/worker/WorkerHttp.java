package io.baedal.orchestrator.worker;

import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.springframework.cloud.openfeign.clientconfig.HttpClient5FeignConfiguration.HttpClientBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How workers are called. */
@Configuration(proxyBeanMethods = false)
class WorkerHttp {

  /**
   * One call is one call: the engine retries. By itself the client would repeat an answer of 503
   * after whatever {@code Retry-After} says, holding a thread and a transaction meanwhile.
   */
  @Bean
  HttpClientBuilderCustomizer callOnce() {
    return HttpClientBuilder::disableAutomaticRetries;
  }
}
