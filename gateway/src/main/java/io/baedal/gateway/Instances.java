package io.baedal.gateway;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.Request;
import org.springframework.cloud.client.loadbalancer.RequestDataContext;
import org.springframework.cloud.client.loadbalancer.Response;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.cloud.loadbalancer.core.DelegatingServiceInstanceListSupplier;
import org.springframework.cloud.loadbalancer.core.HealthCheckServiceInstanceListSupplier;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import org.springframework.cloud.loadbalancer.support.LoadBalancerClientFactory;
import org.springframework.cloud.loadbalancer.support.ServiceInstanceListSuppliers;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The instances of a service that may be called. Not a component, since Spring Cloud creates one
 * for each service in a separate context.
 */
class Instances {

  @Bean
  ServiceInstanceListSupplier supplier(
      Environment environment,
      GatewayProperties properties,
      LoadBalancerClientFactory factory,
      WebClient.Builder http) {
    String service = Objects.requireNonNull(LoadBalancerClientFactory.getName(environment));
    List<ServiceInstance> all =
        Service.named(service).urls(properties.routes()).stream()
            .map(url -> instance(service, url))
            .toList();
    ServiceInstanceListSupplier fixed =
        ServiceInstanceListSuppliers.from(service, all.toArray(ServiceInstance[]::new));
    return all.size() == 1
        ? fixed
        : new WithoutFailedInstance(new Ready(fixed, all, factory, http.build()), all);
  }

  private static ServiceInstance instance(String service, URI url) {
    boolean secure = "https".equals(url.getScheme());
    int port = url.getPort() < 0 ? (secure ? 443 : 80) : url.getPort();
    return new DefaultServiceInstance(url.toString(), service, url.getHost(), port, secure);
  }

  /** The instances that are ready, or all if none is ready, so that clients get their error. */
  private static final class Ready extends HealthCheckServiceInstanceListSupplier {

    private final List<ServiceInstance> all;

    Ready(
        ServiceInstanceListSupplier fixed,
        List<ServiceInstance> all,
        LoadBalancerClientFactory factory,
        WebClient http) {
      super(fixed, factory, (instance, path) -> isReady(http, instance.getUri().resolve(path)));
      this.all = all;
    }

    private static Mono<Boolean> isReady(WebClient http, URI probe) {
      return http.get()
          .uri(probe)
          .exchangeToMono(
              answer -> answer.releaseBody().thenReturn(answer.statusCode().is2xxSuccessful()));
    }

    @Override
    public Flux<List<ServiceInstance>> get() {
      return super.get().map(ready -> ready.isEmpty() ? all : ready);
    }
  }

  /**
   * Omits the instance that has failed the same request, even if it is the only ready one, since
   * another instance may have become ready after the last check.
   */
  private static final class WithoutFailedInstance extends DelegatingServiceInstanceListSupplier {

    private final List<ServiceInstance> all;

    WithoutFailedInstance(ServiceInstanceListSupplier ready, List<ServiceInstance> all) {
      super(ready);
      this.all = all;
    }

    @Override
    public Flux<List<ServiceInstance>> get() {
      return getDelegate().get();
    }

    @Override
    @SuppressWarnings("rawtypes") // as declared
    public Flux<List<ServiceInstance>> get(Request request) {
      ServiceInstance failed = failedInstance(request);
      return failed == null
          ? get()
          : get()
              .map(ready -> without(failed, ready))
              .map(others -> others.isEmpty() ? without(failed, all) : others);
    }

    private static @Nullable ServiceInstance failedInstance(Request<?> request) {
      if (request.getContext() instanceof RequestDataContext context
          && context
                  .getClientRequest()
                  .getAttributes()
                  .get(ServerWebExchangeUtils.GATEWAY_LOADBALANCER_RESPONSE_ATTR)
              instanceof Response<?> before
          && before.getServer() instanceof ServiceInstance instance) {
        return instance;
      }
      return null;
    }

    private static List<ServiceInstance> without(
        ServiceInstance failed, List<ServiceInstance> instances) {
      return instances.stream().filter(instance -> !instance.equals(failed)).toList();
    }
  }
}
