package io.baedal.delivery;

import static io.baedal.delivery.courier.DeliveryFixture.ROUTE;
import static io.baedal.delivery.store.StoreRequestFixture.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.delivery.courier.ChangeDelivery;
import io.baedal.delivery.store.ChangeStoreRequest;
import io.baedal.messaging.test.CountingDataSource;
import io.baedal.messaging.test.CountingDataSource.Cost;
import io.baedal.web.access.Scope;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The number of statements and commits of a request. */
@OnRealDatabase
@Import(CountingDataSource.Installation.class)
class DeliveryCostIT {

  @Autowired private ChangeStoreRequest changeStoreRequest;
  @Autowired private ChangeDelivery changeDelivery;
  @Autowired private DataSource dataSource;

  private final UUID orderId = UUID.randomUUID();

  @Test
  void costsFewStatementsAndOneCommit() {
    costs(2, () -> changeStoreRequest.request(orderId, ORDER));
    costs(2, () -> changeStoreRequest.request(orderId, ORDER));
    costs(3, () -> changeStoreRequest.accept(orderId, Scope.ALL));
    costs(3, () -> changeStoreRequest.cancel(orderId));
    costs(1, () -> changeStoreRequest.cancel(orderId));
    costs(2, () -> changeDelivery.start(orderId, ROUTE));
    costs(3, () -> changeDelivery.pickUp(orderId, Scope.ALL));
    costs(1, () -> changeDelivery.recall(orderId));
    costs(2, () -> changeDelivery.recall(UUID.randomUUID()));
  }

  private void costs(int statements, Runnable request) {
    var counting = (CountingDataSource) dataSource;
    counting.cost();
    request.run();
    assertThat(counting.cost()).isEqualTo(new Cost(statements, 1));
  }
}
