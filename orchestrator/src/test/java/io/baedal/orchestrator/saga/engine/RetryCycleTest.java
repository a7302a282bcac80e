package io.baedal.orchestrator.saga.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

class RetryCycleTest {

  // the last pause is followed by the last try
  private final List<Duration> pauses =
      Stream.of(configuredCycle().split(",")).map(Duration::parse).toList();

  @Test
  void triesLastLongerThanAnOutageOfHalfAnHour() {
    assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .isBetween(Duration.ofMinutes(40), Duration.ofMinutes(50));
    assertThat(pauses).hasSize(11);
  }

  @Test
  void pausesGrow() {
    assertThat(pauses).isSorted();
    assertThat(pauses.get(0)).isLessThan(Duration.ofSeconds(5));
    assertThat(pauses.get(pauses.size() - 1)).isEqualTo(DueDates.LONGEST_PAUSE);
  }

  private static String configuredCycle() {
    var yaml = new YamlPropertiesFactoryBean();
    yaml.setResources(new ClassPathResource("application.yaml"));
    Properties settings = yaml.getObject();
    return settings.getProperty(
        "camunda.bpm.generic-properties.properties.failed-job-retry-time-cycle");
  }
}
