package io.baedal.orchestrator.engine;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryExpressionFilterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"orQueries\":[{\"assigneeExpression\":\"${x}\"}]}",
        "{\"orQueries\":[{\"name\":\"a\"},{\"candidateGroupsExpression\":\"${x}\"}]}",
        "{\"query\":{\"orQueries\":[{\"dueAfterExpression\":\"${x}\"}]}}",
        "{\"orQueries\":[{\"assignee\\u0045xpression\":\"${x}\"}]}",
        "{\"or\\u0051ueries\":[{\"assigneeExpression\":\"${x}\"}]}",
        "{\"orQueries\":[],\"orQueries\":[{\"ownerExpression\":\"${x}\"}]}",
        "{\"orQueries\":[{\"deeper\":{\"ownerExpression\":\"${x}\"}}]}",
        "[{\"orQueries\":{\"ownerExpression\":\"${x}\"}}]",
        "{\"orQueries\":[{\"ownerExpression\":\"${x}\"}], broken"
      })
  void seesAnExpressionInOrQueries(String body) {
    assertThat(QueryExpressionFilter.carriesExpressionInOrQueries(body.getBytes(UTF_8))).isTrue();
    assertThat(QueryExpressionFilter.carriesExpressionInOrQueries(body.getBytes(UTF_16))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"orQueries\":[{\"assignee\":\"operator\"}]}",
        "{\"assigneeExpression\":\"engine's own setting decides\"}",
        "{\"orQueries\":[{\"name\":\"x\"}],\"ownerExpression\":\"outside\"}",
        "{\"note\":\"orQueries\",\"list\":[{\"fooExpression\":1}]}",
        "[]",
        "",
        "not json"
      })
  void letsEverythingElsePass(String body) {
    assertThat(QueryExpressionFilter.carriesExpressionInOrQueries(body.getBytes(UTF_8))).isFalse();
  }

  @Test
  void isNotFooledByDepth() {
    String deep = "{\"a\":".repeat(900) + "{\"orQueries\":[{\"xExpression\":1}]}" + "}".repeat(900);
    assertThat(QueryExpressionFilter.carriesExpressionInOrQueries(deep.getBytes(UTF_8))).isTrue();
  }
}
