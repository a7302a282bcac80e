package io.baedal.payment.charge.web;

import static io.baedal.payment.charge.PaymentFixture.ID;
import static io.baedal.payment.charge.PaymentFixture.ORDER_ID;
import static io.baedal.payment.charge.PaymentFixture.in;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.baedal.payment.charge.Payment;
import io.baedal.payment.charge.PaymentStatus;
import io.baedal.payment.charge.Payments;
import io.baedal.web.access.Scope;
import io.baedal.web.page.Cursor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

@WebMvcTest(PaymentController.class)
class PaymentControllerTest {

  @Autowired private MockMvc mvc;
  @MockitoBean private Payments payments;

  @Test
  void showsAPayment() throws Exception {
    when(payments.find(ID, Scope.ALL)).thenReturn(Optional.of(in(PaymentStatus.CANCELLED)));

    mvc.perform(get("/payments/{id}", ID))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .json(
                    """
                    {
                      "id": "7d0d5a38-0d2c-4b0e-9d3f-0f6b8d0c1a01",
                      "orderId": "5f0c6c1e-7a52-4a2f-9a53-0d3f5a1f9b11",
                      "amount": 18000,
                      "currency": "KRW",
                      "paymentMethod": "approved",
                      "status": "CANCELLED",
                      "declineReason": null,
                      "approvedAmount": 18000,
                      "approvedAt": "2026-03-01T10:00:05Z",
                      "refundedAmount": 18000,
                      "refundedAt": "2026-03-01T10:00:05Z",
                      "requestedAt": "2026-03-01T10:00:00Z"
                    }
                    """,
                    org.springframework.test.json.JsonCompareMode.STRICT));
  }

  @Test
  void answersAnUnknownIdWithNotFound() throws Exception {
    when(payments.find(ID, Scope.ALL)).thenReturn(Optional.empty());

    mvc.perform(get("/payments/{id}", ID))
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.type").value("urn:baedal:problem:not-found"))
        .andExpect(jsonPath("$.detail").value("There is no payment " + ID + "."));
  }

  @Test
  void listsAPageOfPayments() throws Exception {
    Payment payment = in(PaymentStatus.APPROVED);
    var filter = new Payments.Filter(ORDER_ID, Set.of(PaymentStatus.APPROVED), null, Scope.ALL);
    var after = new Cursor(payment.requestedAt().plusSeconds(1), ID);
    when(payments.find(filter, after, 2)).thenReturn(List.of(payment, payment));

    mvc.perform(get("/payments?orderId={id}&status=APPROVED&size=1&after={after}", ORDER_ID, after))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items.length()").value(1))
        .andExpect(jsonPath("$.items[0].id").value(ID.toString()))
        .andExpect(
            jsonPath("$.next").value(new Cursor(payment.requestedAt(), payment.id()).toString()));
  }

  @Test
  void listsTheFirstTwentyByDefault() throws Exception {
    when(payments.find(new Payments.Filter(null, Set.of(), null, Scope.ALL), null, 21))
        .thenReturn(List.of());

    mvc.perform(get("/payments"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items").isEmpty())
        .andExpect(jsonPath("$.next").isEmpty());
  }

  @Test
  void reportsAllInvalidParameters() throws Exception {
    mvc.perform(get("/payments?orderId=x&status=PAID&after=-1&size=many&page=0&changedSince=today"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.type").value("urn:baedal:problem:invalid-request"))
        .andExpect(
            jsonPath("$.errors[*].field")
                .value(
                    containsInAnyOrder(
                        "orderId", "status", "after", "size", "page", "changedSince")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "1.5", "99999999999", "0x10", "+1", "٣", "", " 1"})
  void refusesInvalidSizes(String size) throws Exception {
    mvc.perform(get("/payments?size={size}", size))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value("size"))
        .andExpect(jsonPath("$.errors[0].message").value("must be a whole number from 1 to 100"));
  }
}
