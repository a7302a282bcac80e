package io.baedal.orchestrator.worker;

import static java.util.stream.Collectors.toMap;

import feign.FeignException;
import feign.codec.DecodeException;
import io.baedal.orchestrator.reconciliation.ChangeLog;
import io.baedal.orchestrator.reconciliation.Ledger;
import io.baedal.orchestrator.reconciliation.LedgerUnavailable;
import io.baedal.orchestrator.reconciliation.State;
import io.baedal.orchestrator.worker.LedgerClient.Items;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The sides of orders over HTTP. Their calls pass no breaker and no bulkhead: there is one at a
 * time, the first that fails ends the run, and a slow one must not keep the process from a worker.
 */
@Configuration(proxyBeanMethods = false)
class FeignLedgers {

  @Bean
  Ledger<State.Order> orderLedger(LedgerClient.Orders client) {
    return ledger("order", client::states);
  }

  @Bean
  Ledger<State.Payment> paymentLedger(LedgerClient.Payments client) {
    return ledger("payment", client::states);
  }

  @Bean
  Ledger<State.Delivery> deliveryLedger(LedgerClient.Deliveries client) {
    return ledger("delivery", client::states);
  }

  @Bean
  Ledger<State.View> viewLedger(LedgerClient.Views client) {
    return ledger("order-view", client::states);
  }

  @Bean
  ChangeLog orderChanges(LedgerClient.Orders client) {
    return new FeignChangeLog("order", client);
  }

  @Bean
  ChangeLog paymentChanges(LedgerClient.Payments client) {
    return new FeignChangeLog("payment", client);
  }

  @Bean
  ChangeLog deliveryChanges(LedgerClient.Deliveries client) {
    return new FeignChangeLog("delivery", client);
  }

  private static <S extends State> Ledger<S> ledger(
      String name, Function<Collection<UUID>, Items<S>> client) {
    return orders ->
        answer(name, () -> client.apply(orders)).items().stream()
            .collect(toMap(State::orderId, Function.identity()));
  }

  private static <T> T answer(String name, Supplier<T> call) {
    try {
      return call.get();
    } catch (FeignException failure) {
      // without what was answered, which may hold data of customers
      throw new LedgerUnavailable(name + " " + inShort(failure), failure);
    }
  }

  private static String inShort(FeignException failure) {
    if (failure instanceof DecodeException) {
      return "gives an answer that cannot be read";
    }
    return failure.status() > 0 ? "answers " + failure.status() : "does not answer";
  }

  private record FeignChangeLog(String name, LedgerClient<?> client) implements ChangeLog {

    @Override
    public List<Change> next(Position position, Instant to) {
      return answer(name, () -> client.changes(position.at(), position.order(), to, PAGE)).items();
    }
  }
}
