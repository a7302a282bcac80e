package io.baedal.payment.charge.web;

import static io.baedal.payment.charge.PaymentFixture.ID;
import static io.baedal.payment.charge.PaymentFixture.ORDER_ID;
import static io.baedal.payment.charge.PaymentFixture.TERMS;
import static io.baedal.payment.charge.PaymentFixture.in;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
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
import java.sql.SQLException;
import org.hibernate.TransactionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.CannotCreateTransactionException;

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

  private static void isProblem(ResultActions answer, int status, String type) throws Exception {
    answer
        .andExpect(status().is(status))
        .andExpect(content().contentTypeCompatibleWith(APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.type").value("urn:baedal:problem:" + type))
        .andExpect(jsonPath("$.title").isNotEmpty())
        .andExpect(jsonPath("$.status").value(status))
        .andExpect(content().string(not(containsString("io.baedal"))))
        .andExpect(content().string(not(containsString("Exception"))))
        .andExpect(content().string(not(containsString("java."))));
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

    isProblem(answer, 400, "invalid-request");
    answer.andExpect(
        jsonPath("$.errors[*].field")
            .value(containsInAnyOrder("amount", "currency", "paymentMethod")));
    verifyNoInteractions(approvePayment);
  }

  @Test
  void reportsAllMissingFields() throws Exception {
    var answer = putBody("{}");

    isProblem(answer, 400, "invalid-request");
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

    isProblem(answer, 400, "invalid-request");
    answer.andExpect(jsonPath("$.errors[0].field").value("amount"));
    verifyNoInteractions(approvePayment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "true", "{}", "[]", "null", "\"\"", "\"a\\u0000b\"", "\"\\ud800\""})
  void refusesMethodsThatAreNotText(String method) throws Exception {
    var answer = putBody(BODY.replace("\"approved\"", method));

    isProblem(answer, 400, "invalid-request");
    answer.andExpect(jsonPath("$.errors[0].field").value("paymentMethod"));
    verifyNoInteractions(approvePayment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "\"text\"", "5", "{} {}"})
  void refusesBodiesThatAreNotObjects(String body) throws Exception {
    isProblem(putBody(body), 400, "invalid-request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"not-a-uuid", "1-1-1-1-1", "5f0c6c1e7a524a2f9a530d3f5a1f9b11"})
  void refusesOrderIdsThatAreNotUuids(String orderId) throws Exception {
    var answer = mvc.perform(delete("/payment-requests/{orderId}", orderId));

    isProblem(answer, 400, "invalid-request");
    answer
        .andExpect(jsonPath("$.errors[0].field").value("orderId"))
        .andExpect(jsonPath("$.errors[0].message").value("must be a UUID"));
  }

  @Test
  void answersAMismatchWithConflict() throws Exception {
    when(approvePayment.approve(any(), any())).thenThrow(mock(PaymentMismatch.class));

    isProblem(putBody(BODY), 409, "payment-mismatch");
  }

  @Test
  void asksToRepeatWhenTheProviderDoesNotAnswer() throws Exception {
    when(approvePayment.approve(any(), any())).thenThrow(new ProviderUnavailable("secret"));

    var answer = putBody(BODY);
    isProblem(answer, 503, "provider-unavailable");
    answer
        .andExpect(header().string("Retry-After", "3"))
        .andExpect(content().string(not(containsString("secret"))));
  }

  @Test
  void asksToRepeatWhenTheDatabaseIsUnavailable() throws Exception {
    when(approvePayment.approve(any(), any()))
        .thenThrow(new CannotCreateTransactionException("secret"))
        .thenThrow(
            new JpaSystemException(
                new RuntimeException(new SQLException("terminating connection", "57P01"))))
        .thenThrow(
            new JpaSystemException(
                new TransactionException(
                    "Unable to rollback", new SQLException("Connection is closed"))));

    for (int i = 0; i < 3; i++) {
      var answer = putBody(BODY);
      isProblem(answer, 503, "service-unavailable");
      answer.andExpect(header().string("Retry-After", "3"));
    }
  }

  @Test
  void hidesTheDetailsOfUnexpectedErrors() throws Exception {
    when(approvePayment.approve(any(), any())).thenThrow(new IllegalStateException("secret"));

    var answer = putBody(BODY);
    isProblem(answer, 500, "internal-error");
    answer.andExpect(content().string(not(containsString("secret"))));
  }

  @Test
  void answersWrongMethodsMediaTypesAndPathsAsProblems() throws Exception {
    String path = "/payment-requests/" + ORDER_ID;
    isProblem(mvc.perform(patch(path)), 405, "method-not-allowed");
    isProblem(
        mvc.perform(put(path).contentType("text/plain").content("x")),
        415,
        "unsupported-media-type");
    isProblem(mvc.perform(get("/nowhere")), 404, "not-found");
    when(approvePayment.approve(any(), any())).thenReturn(in(PaymentStatus.APPROVED));
    isProblem(
        mvc.perform(put(path).contentType(APPLICATION_JSON).accept("text/csv").content(BODY)),
        406,
        "not-acceptable");
  }
}
