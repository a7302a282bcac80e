package io.baedal.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

class RetryCycleTest {

  @Test
  void aWorkerMayBeDownForHalfAnHourBeforeAnOperatorIsNeeded() {
    var yaml = new YamlPropertiesFactoryBean();
    yaml.setResources(new ClassPathResource("application.yaml"));
    Properties settings = yaml.getObject();
    String cycle =
        settings.getProperty(
            "camunda.bpm.generic-properties.properties.failed-job-retry-time-cycle");

    // the last pause is followed by the last try
    Duration patience =
        Stream.of(cycle.split(",")).map(Duration::parse).reduce(Duration.ZERO, Duration::plus);

    assertThat(patience).isGreaterThan(Duration.ofMinutes(40));
  }
}
