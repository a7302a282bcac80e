package io.baedal.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.baedal.local.Main;
import io.baedal.local.common.Account;
import io.baedal.local.common.Credentials;
import io.baedal.local.common.Part;
import io.baedal.local.common.Passwords;
import io.baedal.local.common.Ports;
import io.baedal.local.common.Tokens;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Runs against a simulated identity provider. */
class TokenCommandTest {
  @TempDir private Path data;
  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();
  private HttpServer provider;
  private int issued;
  private volatile int seconds = 900;

  @BeforeEach
  void start() throws IOException {
    provider =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free().of(Part.IDENTITY)),
            0);
    var customer = new Credentials("customer", new Passwords(data).of(Account.CUSTOMER));
    provider.createContext(
        "/oauth2/token",
        call -> {
          boolean known =
              customer.basic().equals(call.getRequestHeaders().getFirst("Authorization"));
          byte[] answer =
              "{\"access_token\": \"token-%d\", \"expires_in\": %d}"
                  .formatted(++issued, seconds)
                  .getBytes(UTF_8);
          call.sendResponseHeaders(known ? 200 : 401, answer.length);
          call.getResponseBody().write(answer);
          call.close();
        });
    provider.start();
  }

  @AfterEach
  void stop() {
    provider.stop(0);
  }

  @Test
  void printsAToken() {
    assertThat(token("customer")).isZero();
    assertThat(output.toString()).isEqualToIgnoringNewLines("token-1");
  }

  @Test
  void namesTheAccounts() {
    assertThat(token("admin")).isOne();
    assertThat(errors.toString()).contains("customer, store, courier, operator, orchestrator");
  }

  @Test
  void reportsWhyThereIsNone() {
    new Passwords(data).of(Account.STORE);

    assertThat(token("store")).isOne();
    assertThat(errors.toString()).contains("/oauth2/token answered 401");
  }

  @Test
  void reportsThatNothingRuns() {
    provider.stop(0);

    assertThat(token("customer")).isOne();
    assertThat(token("courier")).isOne();
    assertThat(errors.toString().lines()).hasSize(2).allMatch(line -> line.contains("./baedal up"));
  }

  @Test
  void aTokenIsUsedAgainUntilItIsOld() {
    var tokens =
        new Tokens(
            address(), new Credentials("customer", new Passwords(data).of(Account.CUSTOMER)));

    assertThat(tokens.bearer()).isEqualTo("Bearer token-1");
    assertThat(tokens.bearer()).isEqualTo("Bearer token-1");
  }

  @Test
  void aTokenThatEndsIsReplaced() {
    seconds = 0;
    var tokens =
        new Tokens(
            address(), new Credentials("customer", new Passwords(data).of(Account.CUSTOMER)));
    tokens.get();

    assertThat(tokens.get()).isEqualTo("token-2");
  }

  private URI address() {
    return URI.create("http://localhost:" + provider.getAddress().getPort());
  }

  private int token(String account) {
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(output, true));
    command.setErr(new PrintWriter(errors, true));
    return command.execute(
        "token",
        account,
        "--data",
        data.toString(),
        "--port",
        "identity=" + provider.getAddress().getPort());
  }
}
