package io.baedal.messaging.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

class UtcZoneTest {

  private final TimeZone before = TimeZone.getDefault();

  @AfterEach
  void restoreZone() {
    TimeZone.setDefault(before);
  }

  @Test
  void aServiceRunsInUtcInAnyZoneOfItsHost() {
    TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));

    new SpringApplicationBuilder(EmptyApplication.class).web(WebApplicationType.NONE).run().close();

    assertThat(ZoneId.systemDefault().getRules()).isEqualTo(ZoneOffset.UTC.getRules());
  }

  static class EmptyApplication {}
}
