package io.baedal.orchestrator;

import io.baedal.web.test.HttpContract;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The operator calls, each with the operator's login. */
@OrchestratorTest
class OrchestratorHttpContractTest extends HttpContract {

  private static final String LOGIN =
      "Basic " + HttpHeaders.encodeBasicAuth("operator", "test-password", null);

  @Override
  protected MockHttpServletRequestBuilder prepare(MockHttpServletRequestBuilder request) {
    return request.header(HttpHeaders.AUTHORIZATION, LOGIN);
  }
}
