package io.baedal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.local.common.Part;
import java.time.Duration;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The pages that describe the APIs, in a browser: what their policy lets it load suffices. */
@EnabledIf(
    value = "io.baedal.e2e.Browser#isPresent",
    disabledReason = "neither Chromium nor Chrome with chromedriver on the PATH")
class SwaggerE2E {

  private final WebDriver browser = Browser.open();

  @AfterEach
  void close() {
    browser.quit();
  }

  @ParameterizedTest
  @CsvSource({"GATEWAY, /deliveries", "ORCHESTRATOR, /stuck-orders", "PAYMENT, /payments"})
  void showTheOperations(Part part, String path) {
    browser.get(RunningSystem.get().address(part).resolve("/swagger-ui.html").toString());

    new WebDriverWait(browser, Duration.ofSeconds(30))
        .until(
            ExpectedConditions.visibilityOfElementLocated(
                By.cssSelector("[data-path='" + path + "']")));
    assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
        .filteredOn(line -> line.getLevel().intValue() >= Level.SEVERE.intValue())
        .noneMatch(line -> line.getMessage().contains("Content Security Policy"));
  }
}
