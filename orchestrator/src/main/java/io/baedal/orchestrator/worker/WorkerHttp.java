package io.baedal.orchestrator.worker;

import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.springframework.cloud.loadbalancer.annotation.LoadBalancerClients;
import org.springframework.cloud.openfeign.clientconfig.HttpClient5FeignConfiguration.HttpClientBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How workers are called: the {@link Instances} of each in turn. */
@Configuration(proxyBeanMethods = false)
@LoadBalancerClients(defaultConfiguration = Instances.class)
class WorkerHttp {

  /**
   * An answer is an answer: the engine retries. By itself the client would repeat one of 503 after
   * whatever {@code Retry-After} says, holding a thread and a transaction meanwhile.
   */
  @Bean
  HttpClientBuilderCustomizer callOnce() {
    return HttpClientBuilder::disableAutomaticRetries;
  }
}
