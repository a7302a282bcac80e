package io.baedal.orchestrator.saga.feign;

import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.springframework.cloud.loadbalancer.annotation.LoadBalancerClients;
import org.springframework.cloud.openfeign.clientconfig.HttpClient5FeignConfiguration.HttpClientBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How workers are called: the {@link WorkerInstances} of each one, round-robin. */
@Configuration(proxyBeanMethods = false)
@LoadBalancerClients(defaultConfiguration = WorkerInstances.class)
class WorkerHttp {

  /**
   * Disables the client's retries: the engine retries. By default the client would repeat a call
   * that got 503 after the time in {@code Retry-After}, and hold a thread and a transaction
   * meanwhile.
   */
  @Bean
  HttpClientBuilderCustomizer callOnce() {
    return HttpClientBuilder::disableAutomaticRetries;
  }
}
