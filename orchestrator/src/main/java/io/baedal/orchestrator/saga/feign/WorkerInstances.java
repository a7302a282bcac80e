package io.baedal.orchestrator.saga.feign;

import io.baedal.orchestrator.OrchestratorProperties;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.loadbalancer.core.HealthCheckServiceInstanceListSupplier;
import org.springframework.cloud.loadbalancer.core.RetryAwareServiceInstanceListSupplier;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import org.springframework.cloud.loadbalancer.support.LoadBalancerClientFactory;
import org.springframework.cloud.loadbalancer.support.ServiceInstanceListSuppliers;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Which instances of a worker may be called. Not a component: Spring Cloud creates one for each
 * worker, in a separate context.
 */
class WorkerInstances {

  @Bean
  ServiceInstanceListSupplier supplier(
      Environment environment,
      OrchestratorProperties properties,
      LoadBalancerClientFactory factory) {
    String worker = Objects.requireNonNull(LoadBalancerClientFactory.getName(environment));
    List<ServiceInstance> all =
        urls(worker, properties.workers()).stream().map(url -> instance(worker, url)).toList();
    ServiceInstanceListSupplier fixed =
        ServiceInstanceListSuppliers.from(worker, all.toArray(ServiceInstance[]::new));
    return all.size() == 1
        ? fixed
        : new RetryAwareServiceInstanceListSupplier(new Ready(fixed, all, factory));
  }

  private static List<URI> urls(String worker, OrchestratorProperties.Workers workers) {
    return switch (worker) {
      case "order" -> workers.order().url();
      case "payment" -> workers.payment().url();
      case "delivery" -> workers.delivery().url();
      case "order-view" -> workers.orderView().url();
      default -> throw new IllegalArgumentException(worker);
    };
  }

  private static ServiceInstance instance(String worker, URI url) {
    boolean secure = "https".equals(url.getScheme());
    int port = url.getPort() < 0 ? (secure ? 443 : 80) : url.getPort();
    return new DefaultServiceInstance(url.toString(), worker, url.getHost(), port, secure);
  }

  /** The instances that report ready; all if none does, so that the call returns the cause. */
  private static final class Ready extends HealthCheckServiceInstanceListSupplier {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<ServiceInstance> all;

    Ready(
        ServiceInstanceListSupplier fixed,
        List<ServiceInstance> all,
        LoadBalancerClientFactory factory) {
      super(fixed, factory, (instance, path) -> isReady(instance.getUri().resolve(path)));
      this.all = all;
    }

    private static Mono<Boolean> isReady(URI probe) {
      HttpRequest request = HttpRequest.newBuilder(probe).build();
      return Mono.fromFuture(() -> HTTP.sendAsync(request, BodyHandlers.discarding()))
          .map(answer -> answer.statusCode() == 200);
    }

    @Override
    public Flux<List<ServiceInstance>> get() {
      return super.get().map(ready -> ready.isEmpty() ? all : ready);
    }
  }
}
