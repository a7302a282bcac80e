package io.baedal.delivery.store.web;

import static io.baedal.delivery.store.StoreRequestFixture.ORDER_ID;
import static io.baedal.delivery.store.StoreRequestFixture.in;
import static io.baedal.delivery.store.StoreRequestStatus.ACCEPTED;
import static io.baedal.delivery.store.StoreRequestStatus.CANCELLED;
import static io.baedal.delivery.store.StoreRequestStatus.REJECTED;
import static io.baedal.web.test.Problems.expectProblem;
import static org.hamcrest.Matchers.containsString;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.baedal.delivery.refusal.UnknownOrder;
import io.baedal.delivery.refusal.WrongState;
import io.baedal.delivery.refusal.web.RefusalProblems;
import io.baedal.delivery.store.ChangeStoreRequest;
import io.baedal.web.access.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@WebMvcTest(StoreAnswerController.class)
@Import(RefusalProblems.class)
class StoreAnswerControllerTest {

  @Autowired private MockMvc mvc;
  @MockitoBean private ChangeStoreRequest changeStoreRequest;

  private ResultActions accept() throws Exception {
    return mvc.perform(post("/store-requests/{orderId}/acceptance", ORDER_ID));
  }

  private ResultActions reject(String body) throws Exception {
    return mvc.perform(
        post("/store-requests/{orderId}/rejection", ORDER_ID)
            .contentType(APPLICATION_JSON)
            .content(body));
  }

  @Test
  void accepts() throws Exception {
    when(changeStoreRequest.accept(ORDER_ID, Scope.ALL)).thenReturn(in(ACCEPTED));

    accept().andExpect(status().isOk()).andExpect(jsonPath("$.status").value("ACCEPTED"));
  }

  @Test
  void rejects() throws Exception {
    when(changeStoreRequest.reject(ORDER_ID, "sold out", Scope.ALL)).thenReturn(in(REJECTED));

    reject("{\"reason\": \"sold out\"}")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.status").value("REJECTED"))
        .andExpect(jsonPath("$.rejectionReason").value("sold out"));
  }

  @Test
  void rejectsWithoutABody() throws Exception {
    when(changeStoreRequest.reject(ORDER_ID, null, Scope.ALL)).thenReturn(in(REJECTED));

    mvc.perform(post("/store-requests/{orderId}/rejection", ORDER_ID)).andExpect(status().isOk());
    mvc.perform(post("/store-requests/{orderId}/rejection", ORDER_ID).contentType(APPLICATION_JSON))
        .andExpect(status().isOk());

    verify(changeStoreRequest, times(2)).reject(ORDER_ID, null, Scope.ALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"reason\": null}",
        "{\"reason\": \"\"}",
        "{\"reason\": \" \\n\\u3000\\u200b\"}"
      })
  void ignoresABlankReason(String body) throws Exception {
    when(changeStoreRequest.reject(ORDER_ID, null, Scope.ALL)).thenReturn(in(REJECTED));

    reject(body).andExpect(status().isOk()).andExpect(jsonPath("$.notice").isEmpty());

    verify(changeStoreRequest).reject(ORDER_ID, null, Scope.ALL);
  }

  @Test
  void keepsAReasonOfSeveralLines() throws Exception {
    when(changeStoreRequest.reject(ORDER_ID, "재료 소진\n내일 다시", Scope.ALL)).thenReturn(in(REJECTED));

    reject("{\"reason\": \"재료 소진\\n내일 다시\"}").andExpect(status().isOk());

    verify(changeStoreRequest).reject(ORDER_ID, "재료 소진\n내일 다시", Scope.ALL);
  }

  @Test
  void truncatesALongReasonAndReportsIt() throws Exception {
    String kept = "🍚".repeat(200);
    when(changeStoreRequest.reject(ORDER_ID, kept, Scope.ALL)).thenReturn(in(REJECTED));

    reject("{\"reason\": \"" + kept + "x\"}")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.notice").value("The text was truncated to 200 characters."));
    reject("{\"reason\": \"" + kept + "\"}")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.notice").isEmpty());

    verify(changeStoreRequest, times(2)).reject(ORDER_ID, kept, Scope.ALL);
  }

  @Test
  void replacesCharactersThatCannotBeStored() throws Exception {
    when(changeStoreRequest.reject(ORDER_ID, "a\uFFFD", Scope.ALL)).thenReturn(in(REJECTED));

    reject("{\"reason\": \"a\\u0000\"}").andExpect(status().isOk());

    verify(changeStoreRequest).reject(ORDER_ID, "a\uFFFD", Scope.ALL);
  }

  @Test
  void refusesAReasonThatIsNotText() throws Exception {
    expectProblem(reject("{\"reason\": 5}"), 400, "invalid-request")
        .andExpect(jsonPath("$.errors[0].field").value("reason"));
    verifyNoInteractions(changeStoreRequest);
  }

  @Test
  void answersAnInvalidAnswerWithTheCurrentState() throws Exception {
    when(changeStoreRequest.accept(ORDER_ID, Scope.ALL))
        .thenThrow(new WrongState(CANCELLED, ACCEPTED));
    when(changeStoreRequest.reject(any(), any(), any()))
        .thenThrow(new WrongState(ACCEPTED, REJECTED));

    expectProblem(accept(), 409, "wrong-state")
        .andExpect(jsonPath("$.detail").value(containsString("CANCELLED")));
    expectProblem(reject("{\"reason\": \"x\"}"), 409, "wrong-state")
        .andExpect(jsonPath("$.detail").value(containsString("ACCEPTED")));
  }

  @Test
  void answersAnUnknownOrderWithNotFound() throws Exception {
    when(changeStoreRequest.accept(ORDER_ID, Scope.ALL)).thenThrow(new UnknownOrder(ORDER_ID));

    expectProblem(accept(), 404, "not-found");
  }
}
