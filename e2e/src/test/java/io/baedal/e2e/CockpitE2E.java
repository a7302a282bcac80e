package io.baedal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.local.common.Account;
import io.baedal.local.common.Part;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What an operator sees in a browser. */
@EnabledIf(
    value = "io.baedal.e2e.Browser#isPresent",
    disabledReason = "neither Chromium nor Chrome with chromedriver on the PATH")
class CockpitE2E {

  private final Client client = new Client();
  private final WebDriver browser = Browser.open();

  @AfterEach
  void close() {
    browser.quit();
  }

  @Test
  void showsWhereARunningOrderStands() {
    String order = client.placeOrder("approved");
    client.bring(order, "STORE_REQUESTED");
    String instance =
        client.engine("/process-instance?businessKey=" + order).body().at("/0/id").asText();

    open("/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime");
    logIn();

    // the diagram of the model, and the order's token in it
    assertThat(element(By.cssSelector("[data-element-id=Task_ApprovePayment]")).isDisplayed())
        .isTrue();
    var token = "[data-container-id=Task_AwaitStoreAnswer] .instance-count";
    assertThat(element(By.cssSelector(token)).getText()).isEqualTo("1");
    assertThat(element(By.cssSelector("body")).getText()).contains(order);

    client.cancel(order);
    client.awaitStatus(order, "CANCELLED");
  }

  private void open(String path) {
    browser.get(RunningSystem.get().address(Part.ORCHESTRATOR).resolve(path).toString());
  }

  private void logIn() {
    var operator = RunningSystem.get().credentials(Account.OPERATOR);
    element(By.cssSelector("input[type=text]")).sendKeys(operator.username());
    element(By.cssSelector("input[type=password]")).sendKeys(operator.password());
    element(By.cssSelector("button[type=submit]")).click();
  }

  private WebElement element(By by) {
    return new WebDriverWait(browser, Duration.ofSeconds(30))
        .until(ExpectedConditions.visibilityOfElementLocated(by));
  }
}
