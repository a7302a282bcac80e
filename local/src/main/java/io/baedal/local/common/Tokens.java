package io.baedal.local.common;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The access tokens of one account. A token is replaced after three quarters of its time, or later
 * if the provider does not answer.
 */
public final class Tokens {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration AGAIN = Duration.ofSeconds(5);

  private final Http provider;
  private final Credentials account;
  private @Nullable String token;
  private long renewAt;
  private long endsAt;

  /**
   * @param provider the address of the identity provider
   */
  public Tokens(URI provider, Credentials account) {
    this.provider = new Http(provider, PATIENCE);
    this.account = account;
  }

  /** A valid token; fails if the provider does not give one. */
  public synchronized String get() {
    long now = System.nanoTime();
    if (token == null || now - renewAt > 0) {
      try {
        JsonNode answer = fetch();
        long valid = Duration.ofSeconds(Http.field(answer, "expires_in").asLong()).toNanos();
        renewAt = now + valid / 4 * 3;
        endsAt = now + valid;
        token = Http.field(answer, "access_token").asText();
      } catch (LocalFailure unavailable) {
        if (token == null || now - endsAt > 0) {
          throw unavailable;
        }
        renewAt = now + AGAIN.toNanos();
      }
    }
    return token;
  }

  /** The value of the header {@code Authorization}. */
  public String bearer() {
    return "Bearer " + get();
  }

  private JsonNode fetch() {
    HttpRequest.Builder request =
        provider
            .request("/oauth2/token")
            .header("Authorization", account.basic())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials"));
    HttpResponse<String> response = provider.send(request);
    if (response.statusCode() != 200) {
      throw new LocalFailure(Http.refusal(response));
    }
    return Http.json(response);
  }
}
