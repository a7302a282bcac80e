package io.baedal.payment.charge.web;

import static io.baedal.payment.charge.PaymentFixture.ID;
import static io.baedal.payment.charge.PaymentFixture.ORDER_ID;
import static io.baedal.payment.charge.PaymentFixture.TERMS;
import static io.baedal.payment.charge.PaymentFixture.in;
import static io.baedal.web.test.Problems.expectProblem;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.baedal.payment.charge.ApprovePayment;
import io.baedal.payment.charge.CancelPayment;
import io.baedal.payment.charge.PaymentMismatch;
import io.baedal.payment.charge.PaymentStatus;
import io.baedal.payment.provider.ProviderUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@WebMvcTest(PaymentRequestController.class)
@Import(PaymentProblems.class)
class PaymentRequestControllerTest {

  private static final String BODY =
      """
      {"amount": 18000, "currency": "KRW", "paymentMethod": "approved"}
      """;

  @Autowired private MockMvc mvc;
  @MockitoBean private ApprovePayment approvePayment;
  @MockitoBean private CancelPayment cancelPayment;

  private ResultActions putBody(String body) throws Exception {
    return mvc.perform(
        put("/payment-requests/{orderId}", ORDER_ID).contentType(APPLICATION_JSON).content(body));
  }

  @ParameterizedTest
  @CsvSource({
    "APPROVED, APPROVED",
    "DECLINED, DECLINED",
    "CANCELLING, CANCELLED",
    "CANCELLED, CANCELLED"
  })
  void answersWithTheResultOfTheRequest(PaymentStatus internal, String expected) throws Exception {
    when(approvePayment.approve(ORDER_ID, TERMS)).thenReturn(in(internal));

    putBody(BODY)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.orderId").value(ORDER_ID.toString()))
        .andExpect(jsonPath("$.paymentId").value(ID.toString()))
        .andExpect(jsonPath("$.status").value(expected))
        .andExpect(
            jsonPath("$.reason")
                .value(internal == PaymentStatus.DECLINED ? "card declined" : null));
  }

  @Test
  void answersWithTheRefund() throws Exception {
    when(cancelPayment.cancel(ORDER_ID)).thenReturn(in(PaymentStatus.CANCELLED));

    mvc.perform(delete("/payment-requests/{orderId}", ORDER_ID))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.orderId").value(ORDER_ID.toString()))
        .andExpect(jsonPath("$.paymentId").value(ID.toString()))
        .andExpect(jsonPath("$.status").value("CANCELLED"))
        .andExpect(jsonPath("$.refundedAmount").value(18_000));
  }

  @Test
  void answersADeclinedPaymentWithoutARefund() throws Exception {
    when(cancelPayment.cancel(ORDER_ID)).thenReturn(in(PaymentStatus.DECLINED));

    mvc.perform(delete("/payment-requests/{orderId}", ORDER_ID))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.status").value("DECLINED"))
        .andExpect(jsonPath("$.reason").value("card declined"))
        .andExpect(jsonPath("$.refundedAmount").value(0));
  }

  @Test
  void reportsAllInvalidFields() throws Exception {
    var answer = putBody("{\"amount\": -1, \"currency\": \"XYZ\", \"paymentMethod\": \" \"}");

    expectProblem(answer, 400, "invalid-request");
    answer.andExpect(
        jsonPath("$.errors[*].field")
            .value(containsInAnyOrder("amount", "currency", "paymentMethod")));
    verifyNoInteractions(approvePayment);
  }

  @Test
  void reportsAllMissingFields() throws Exception {
    var answer = putBody("{}");

    expectProblem(answer, 400, "invalid-request");
    answer
        .andExpect(
            jsonPath("$.errors[*].field")
                .value(containsInAnyOrder("amount", "currency", "paymentMethod")))
        .andExpect(jsonPath("$.errors[*].message").value(hasItem("is missing")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"18000\"",
        "1.5",
        "true",
        "[1]",
        "{}",
        "1e400",
        "99999999999999999999",
        "-1",
        "null",
        "1000000000001"
      })
  void refusesAmountsThatAreNotWholeNumbersInRange(String amount) throws Exception {
    var answer = putBody(BODY.replace("18000", amount));

    expectProblem(answer, 400, "invalid-request");
    answer.andExpect(jsonPath("$.errors[0].field").value("amount"));
    verifyNoInteractions(approvePayment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "true", "{}", "[]", "null", "\"\"", "\"a\\u0000b\"", "\"\\ud800\""})
  void refusesMethodsThatAreNotText(String method) throws Exception {
    var answer = putBody(BODY.replace("\"approved\"", method));

    expectProblem(answer, 400, "invalid-request");
    answer.andExpect(jsonPath("$.errors[0].field").value("paymentMethod"));
    verifyNoInteractions(approvePayment);
  }

  @Test
  void answersAMismatchWithConflict() throws Exception {
    when(approvePayment.approve(any(), any())).thenThrow(mock(PaymentMismatch.class));

    expectProblem(putBody(BODY), 409, "payment-mismatch");
  }

  @Test
  void asksToRepeatWhenTheProviderDoesNotAnswer() throws Exception {
    when(approvePayment.approve(any(), any())).thenThrow(new ProviderUnavailable("secret"));

    var answer = putBody(BODY);
    expectProblem(answer, 503, "provider-unavailable");
    answer
        .andExpect(header().string("Retry-After", "3"))
        .andExpect(content().string(not(containsString("secret"))));
  }
}
