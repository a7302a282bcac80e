package io.baedal.web.request;

import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemType;
import io.baedal.web.problem.servlet.ProblemWriter;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;

/** Reads a body as it arrives, and dispatches the request when it is complete. */
final class BodyReading implements ReadListener, AsyncListener {

  private final BufferedRequest buffered;
  private final HttpServletResponse response;
  private final int limit;
  private final BodyBudget budget;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final byte[] chunk = new byte[4096];

  @SuppressWarnings("NullAway.Init") // set by begin
  private ServletInputStream input;

  @SuppressWarnings("NullAway.Init") // set by begin
  private AsyncContext context;

  /** Not synchronized, since the container uses one thread at a time. */
  private boolean ended;

  BodyReading(
      BufferedRequest buffered, HttpServletResponse response, int limit, BodyBudget budget) {
    this.buffered = buffered;
    this.response = response;
    this.limit = limit;
    this.budget = budget;
  }

  void begin(HttpServletRequest request, Duration patience) throws IOException {
    context = request.startAsync(buffered, response);
    context.setTimeout(patience.toMillis());
    context.addListener(this);
    input = request.getInputStream();
    input.setReadListener(this);
  }

  @Override
  public void onDataAvailable() throws IOException {
    while (!ended && input.isReady()) {
      int length = input.read(chunk);
      if (length < 0) {
        return;
      }
      if (body.size() + length > limit) {
        refuse(RequestBodyFilter.tooLarge(limit));
        return;
      }
      // received bytes, not the Content-Length, which costs a client nothing
      if (!budget.reserve(length)) {
        refuse(BodyBudget.exceeded());
        return;
      }
      body.write(chunk, 0, length);
    }
  }

  @Override
  public void onAllDataRead() {
    if (!ended) {
      ended = true;
      buffered.body(body.toByteArray());
      context.dispatch();
    }
  }

  @Override
  public void onError(Throwable failure) {
    end(Problem.invalid("body", "could not be read to its end"));
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    end(Problem.of(ProblemType.REQUEST_TIMEOUT, "The body did not arrive in time."));
  }

  @Override
  public void onError(AsyncEvent event) {
    onError(event.getThrowable());
  }

  @Override
  public void onComplete(AsyncEvent event) {
    budget.release(body.size());
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // no handler starts asynchronous processing again
  }

  private void end(Problem problem) {
    try {
      refuse(problem);
    } catch (IOException e) {
      // the client has disconnected
      context.complete();
    }
  }

  private void refuse(Problem problem) throws IOException {
    if (!ended) {
      ended = true;
      response.setHeader(HttpHeaders.CONNECTION, "close");
      ProblemWriter.write(buffered, response, problem);
      context.complete();
    }
  }
}
