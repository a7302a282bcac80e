package io.baedal.orchestrator.operations.reconciliation;

import static java.util.stream.Collectors.toMap;

import feign.FeignException;
import feign.codec.DecodeException;
import io.baedal.orchestrator.operations.reconciliation.SourceClient.Items;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;

/**
 * The sources of orders over HTTP. The calls use no circuit breaker and no bulkhead: there is one
 * call at a time, the first failure ends the run, and a slow call must not block calls of the
 * process.
 */
@Configuration(proxyBeanMethods = false)
class FeignSources {

  @Bean
  StateSource<State.Order> orderSource(SourceClient.Orders client) {
    return source("order", client::states);
  }

  @Bean
  StateSource<State.Payment> paymentSource(SourceClient.Payments client) {
    return source("payment", client::states);
  }

  @Bean
  StateSource<State.Delivery> deliverySource(SourceClient.Deliveries client) {
    return source("delivery", client::states);
  }

  @Bean
  StateSource<State.View> viewSource(SourceClient.Views client) {
    return source("order-view", client::states);
  }

  @Bean
  ChangeLog orderChanges(SourceClient.Orders client) {
    return new FeignChangeLog("order", client);
  }

  @Bean
  ChangeLog paymentChanges(SourceClient.Payments client) {
    return new FeignChangeLog("payment", client);
  }

  @Bean
  ChangeLog deliveryChanges(SourceClient.Deliveries client) {
    return new FeignChangeLog("delivery", client);
  }

  private static <S extends State> StateSource<S> source(
      String name, Function<Collection<UUID>, Items<S>> client) {
    return orders ->
        answer(name, () -> client.apply(orders)).items().stream()
            .collect(toMap(State::orderId, Function.identity()));
  }

  private static <T> T answer(String name, Supplier<T> call) {
    try {
      return call.get();
    } catch (FeignException failure) {
      // without the response body, which may contain customer data
      throw new SourceUnavailable(name + " " + summary(failure), failure);
    } catch (OAuth2AuthorizationException noToken) {
      throw new SourceUnavailable("the identity provider gives no token for " + name, noToken);
    }
  }

  private static String summary(FeignException failure) {
    if (failure instanceof DecodeException) {
      return "returns an answer that cannot be read";
    }
    return failure.status() > 0 ? "answers " + failure.status() : "does not answer";
  }

  private record FeignChangeLog(String name, SourceClient<?> client) implements ChangeLog {

    @Override
    public List<Change> next(Position position, Instant to) {
      return answer(name, () -> client.changes(position.at(), position.order(), to, PAGE)).items();
    }
  }
}
