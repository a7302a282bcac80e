package io.baedal.payment.charge.web;

import static io.baedal.payment.charge.PaymentFixture.ID;
import static io.baedal.payment.charge.PaymentFixture.ORDER_ID;
import static io.baedal.payment.charge.PaymentFixture.in;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.baedal.payment.charge.PaymentStatus;
import io.baedal.payment.charge.Payments;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    when(payments.find(ID)).thenReturn(Optional.of(in(PaymentStatus.CANCELLED)));

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
    when(payments.find(ID)).thenReturn(Optional.empty());

    mvc.perform(get("/payments/{id}", ID))
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.type").value("urn:baedal:problem:not-found"))
        .andExpect(jsonPath("$.detail").value("There is no payment " + ID + "."));
  }

  @Test
  void listsAPageOfPayments() throws Exception {
    when(payments.find(new Payments.Filter(ORDER_ID, PaymentStatus.APPROVED), 2, 5))
        .thenReturn(new Payments.Page(List.of(in(PaymentStatus.APPROVED)), 11));

    mvc.perform(get("/payments?orderId={orderId}&status=APPROVED&page=2&size=5", ORDER_ID))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items[0].id").value(ID.toString()))
        .andExpect(jsonPath("$.page").value(2))
        .andExpect(jsonPath("$.size").value(5))
        .andExpect(jsonPath("$.totalItems").value(11));
  }

  @Test
  void listsTheFirstTwentyUnlessAskedOtherwise() throws Exception {
    when(payments.find(new Payments.Filter(null, null), 0, 20))
        .thenReturn(new Payments.Page(List.of(), 0));

    mvc.perform(get("/payments?orderId=&status="))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items").isEmpty())
        .andExpect(jsonPath("$.size").value(20));
  }

  @Test
  void namesEveryBadParameterAtOnce() throws Exception {
    mvc.perform(get("/payments?orderId=x&status=PAID&page=-1&size=many"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.type").value("urn:baedal:problem:invalid-request"))
        .andExpect(
            jsonPath("$.errors[*].field")
                .value(containsInAnyOrder("orderId", "status", "page", "size")))
        .andExpect(content().string(not(containsString("io.baedal"))))
        .andExpect(content().string(not(containsString("java."))));
  }

  @ParameterizedTest
  @CsvSource({"page,-1", "page,1000001", "page,1.5", "page,99999999999", "size,0", "size,101"})
  void refusesPagesThatCannotBe(String parameter, String value) throws Exception {
    mvc.perform(get("/payments").param(parameter, value))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value(parameter));
  }
}
