package io.baedal.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import io.baedal.messaging.test.CountingDataSource;
import io.baedal.messaging.test.CountingDataSource.Cost;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/** The statements and commits of a request; the simulated provider adds one of each. */
@OnRealDatabase
@Import(CountingDataSource.Installation.class)
class PaymentCostIT {

  private static final String BODY =
      "{\"amount\": 18000, \"currency\": \"KRW\", \"paymentMethod\": \"card\"}";

  @Autowired private MockMvc mvc;
  @Autowired private DataSource dataSource;

  private final UUID orderId = UUID.randomUUID();

  @Test
  void costsFewStatementsAndCommits() throws Exception {
    var counting = (CountingDataSource) dataSource;
    counting.cost();

    request();
    assertThat(counting.cost()).as("first request").isEqualTo(new Cost(4 + 1, 2 + 1));

    request();
    assertThat(counting.cost()).as("repeated request").isEqualTo(new Cost(2, 1));

    mvc.perform(delete("/payment-requests/{orderId}", orderId));
    assertThat(counting.cost()).as("cancellation").isEqualTo(new Cost(5 + 1, 2 + 1));

    mvc.perform(delete("/payment-requests/{orderId}", orderId));
    assertThat(counting.cost()).as("repeated cancellation").isEqualTo(new Cost(1, 1));
  }

  private void request() throws Exception {
    mvc.perform(
        put("/payment-requests/{orderId}", orderId).contentType(APPLICATION_JSON).content(BODY));
  }
}
