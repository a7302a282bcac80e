package io.baedal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.local.common.Account;
import io.baedal.local.common.Credentials;
import io.baedal.local.common.Part;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A person logs in to the gateway at the provider, in a browser. */
@EnabledIf(
    value = "io.baedal.e2e.Browser#isPresent",
    disabledReason = "neither Chromium nor Chrome with chromedriver on the PATH")
class LoginE2E {

  private static final String PLACE =
      """
      fetch('/orders', {method: 'POST', headers: {
        'Content-Type': 'application/json',
        'X-XSRF-TOKEN': document.cookie.match(/XSRF-TOKEN=([^;]+)/)[1]},
        body: JSON.stringify({productName: 'APPLE'})})
      """;

  private final WebDriver browser = Browser.open();

  @AfterEach
  void close() {
    browser.quit();
  }

  @Test
  void aCustomerLogsInPlacesAnOrderAndLogsOut() {
    logIn(Account.CUSTOMER);

    assertThat(call("fetch('/session')")).containsEntry("customerId", "customer-1");
    assertThat(call(PLACE)).containsEntry("customerId", "customer-1");
    Cookie session = browser.manage().getCookieNamed("BAEDAL_SESSION");
    assertThat(session.isHttpOnly()).isTrue();
    assertThat(script("return document.cookie + JSON.stringify(localStorage)").toString())
        .doesNotContain("BAEDAL_SESSION", "eyJ");

    String next = (String) call(logout()).get("next");
    browser.get(next);
    await().until(ExpectedConditions.urlToBe(gateway("/")));

    assertThat(call("fetch('/session')")).containsEntry("status", 401L);
    browser.get(gateway("/login"));
    await().until(ExpectedConditions.urlContains(String.valueOf(port(Part.IDENTITY))));
    assertThat(browser.findElements(By.name("password"))).isNotEmpty();
  }

  @Test
  void eachPersonSeesTheirOwn() {
    logIn(Account.COURIER);

    assertThat(call("fetch('/deliveries')")).containsKey("items");
    assertThat(call("fetch('/orders')")).containsEntry("status", 403L);
  }

  private void logIn(Account account) {
    Credentials login = RunningSystem.get().credentials(account);
    browser.get(gateway("/login"));
    await().until(ExpectedConditions.visibilityOfElementLocated(By.name("username")));
    browser.findElement(By.name("username")).sendKeys(login.username());
    browser.findElement(By.name("password")).sendKeys(login.password());
    browser.findElement(By.cssSelector("button[type=submit]")).click();
    await().until(ExpectedConditions.urlToBe(gateway("/")));
  }

  private static String logout() {
    return """
        fetch('/logout', {method: 'POST', headers: {
          'X-XSRF-TOKEN': document.cookie.match(/XSRF-TOKEN=([^;]+)/)[1]}})
        """;
  }

  /** The JSON that a page of the gateway gets; this one may load from its origin. */
  @SuppressWarnings("unchecked")
  private Map<String, Object> call(String fetch) {
    browser.get(gateway("/swagger-ui/index.html"));
    return (Map<String, Object>)
        ((JavascriptExecutor) browser)
            .executeAsyncScript(
                fetch.strip()
                    + ".then(answer => answer.json()).then(arguments[0],"
                    + " failure => arguments[0]({failure: String(failure)}))");
  }

  private Object script(String script) {
    return ((JavascriptExecutor) browser).executeScript(script);
  }

  private WebDriverWait await() {
    return new WebDriverWait(browser, Duration.ofSeconds(30));
  }

  private static String gateway(String path) {
    return RunningSystem.get().address(Part.GATEWAY).resolve(path).toString();
  }

  private static int port(Part part) {
    return RunningSystem.get().address(part).getPort();
  }
}
