package io.baedal.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedal.messaging.test.TestPostgres;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;

@ExtendWith(OutputCaptureExtension.class)
class LoginRefusedIT {

  @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
  @Import(MigrationConfiguration.class)
  static class Database {}

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void aServiceDoesNotRetryALoginThatIsRefused(CapturedOutput output) {
    var service =
        new SpringApplicationBuilder(Database.class)
            .web(WebApplicationType.NONE)
            .properties(
                // without the query part, which names the user
                "spring.datasource.url=" + TestPostgres.newDatabase().replaceFirst("\\?.*", ""),
                "spring.datasource.username=nobody",
                "spring.datasource.password=wrong",
                "spring.flyway.connect-retries=20",
                "spring.flyway.connect-retries-interval=10m");

    assertThatThrownBy(service::run).hasRootCauseMessage("FATAL: role \"nobody\" does not exist");
    assertThat(output)
        .contains("The database refuses the login: FATAL: role \"nobody\" does not exist")
        .contains("./baedal up --without SERVICE");
  }
}
