package io.baedal.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpringPropertiesTest {

  private static final SpringProperties PROPERTIES =
      new SpringProperties(
          List.of(
              property("order.admission.max-waiting", "java.lang.Integer", ""),
              property("orchestrator.store-answer-deadline", "java.time.Duration", ""),
              property(
                  "spring.kafka.properties",
                  "java.util.Map<java.lang.String,java.lang.String>",
                  ""),
              property("spring.kafka.security.protocol", "java.lang.String", ""),
              property("order.old", "java.lang.String", "error")));

  @ParameterizedTest
  @CsvSource({
    "ORDER_ADMISSION_MAX_WAITING, 1000",
    "ORDER_ADMISSION_MAXWAITING, 1000",
    "ORCHESTRATOR_STORE_ANSWER_DEADLINE, 10m",
    "SPRING_KAFKA_PROPERTIES_SASL_MECHANISM, PLAIN",
    "SPRING_KAFKA_SECURITY_PROTOCOL, SSL"
  })
  void knowTheirVariables(String variable, String value) {
    assertThat(PROPERTIES.problem(variable, value)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ORDER_ADMISSION_WAITING, 1000, sets no property",
    "ORDER_ADMISSION, 1000, sets no property",
    "ORDER_OLD, x, sets no property",
    "SPRING_KAFKA_PROPERTIES, x, sets no property",
    "ORDER_ADMISSION_MAX_WAITING, many, is no value for order.admission.max-waiting",
    "ORCHESTRATOR_STORE_ANSWER_DEADLINE, soon, is no value for orchestrator.store-answer-deadline"
  })
  void knowNoOthersAndNoWrongValues(String variable, String value, String problem) {
    assertThat(PROPERTIES.problem(variable, value))
        .hasValueSatisfying(found -> assertThat(found).contains(problem));
  }

  private static JsonNode property(String name, String type, String deprecated) {
    return Yaml.document(
        "{name: %s, type: '%s', deprecation: {level: '%s'}}".formatted(name, type, deprecated));
  }
}
