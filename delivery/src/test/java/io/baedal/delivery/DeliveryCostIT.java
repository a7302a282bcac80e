package io.baedal.delivery;

import static io.baedal.delivery.courier.DeliveryFixture.ROUTE;
import static io.baedal.delivery.store.StoreRequestFixture.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.delivery.CountingDataSource.Cost;
import io.baedal.delivery.courier.AdvanceDelivery;
import io.baedal.delivery.courier.RecallDelivery;
import io.baedal.delivery.courier.StartDelivery;
import io.baedal.delivery.store.AnswerStoreRequest;
import io.baedal.delivery.store.CancelStoreRequest;
import io.baedal.delivery.store.RequestStore;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The number of statements and commits of a request. */
@OnRealDatabase
class DeliveryCostIT {

  @TestConfiguration
  static class Counting {
    @Bean
    static BeanPostProcessor counting() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof DataSource source ? new CountingDataSource(source) : bean;
        }
      };
    }
  }

  @Autowired private RequestStore requestStore;
  @Autowired private AnswerStoreRequest answerStoreRequest;
  @Autowired private CancelStoreRequest cancelStoreRequest;
  @Autowired private StartDelivery startDelivery;
  @Autowired private AdvanceDelivery advanceDelivery;
  @Autowired private RecallDelivery recallDelivery;
  @Autowired private DataSource dataSource;

  private final UUID orderId = UUID.randomUUID();

  @Test
  void costsFewStatementsAndOneCommit() {
    costs(2, () -> requestStore.request(orderId, ORDER));
    costs(2, () -> requestStore.request(orderId, ORDER));
    costs(3, () -> answerStoreRequest.accept(orderId));
    costs(3, () -> cancelStoreRequest.cancel(orderId));
    costs(1, () -> cancelStoreRequest.cancel(orderId));
    costs(2, () -> startDelivery.start(orderId, ROUTE));
    costs(3, () -> advanceDelivery.pickUp(orderId));
    costs(1, () -> recallDelivery.recall(orderId));
    costs(2, () -> recallDelivery.recall(UUID.randomUUID()));
  }

  private void costs(int statements, Runnable request) {
    var counting = (CountingDataSource) dataSource;
    counting.cost();
    request.run();
    assertThat(counting.cost()).isEqualTo(new Cost(statements, 1));
  }
}
