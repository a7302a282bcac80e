package io.baedal.bench.fuzz;

import io.baedal.bench.fuzz.AnswerReader.NotHttp;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sends bytes over a new connection. */
final class Wire {

  /** Longer than a part waits for a slow request, and than the gateway waits for a slow service. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final int CONNECT_MILLIS = 5_000;

  /** How the exchange ended. */
  enum End {
    /** All expected answers have come. */
    ANSWERED,
    /** The server closed the connection. */
    CLOSED,
    /** The server reset the connection, which can lose answers. */
    RESET,
    /** Nothing more came in time. */
    SILENT,
    /** The bytes are not HTTP. */
    NOT_HTTP
  }

  record Exchange(List<WireAnswer> answers, End end, String remark) {}

  private final InetSocketAddress address;
  private final Duration patience;

  /**
   * @param patience how long an answer may take
   */
  Wire(URI part, Duration patience) {
    this.address = new InetSocketAddress(part.getHost(), part.getPort());
    this.patience = patience;
  }

  /**
   * @throws IOException if there is no connection
   */
  Exchange send(WireRequest request) throws IOException {
    try (var socket = new Socket()) {
      socket.setTcpNoDelay(true);
      socket.connect(address, CONNECT_MILLIS);
      socket.setSoTimeout((int) patience.toMillis());
      return exchange(socket, request);
    }
  }

  private static Exchange exchange(Socket socket, WireRequest request) {
    List<WireAnswer> answers = new ArrayList<>();
    try {
      send(socket, request);
      var reader = new AnswerReader(new BufferedInputStream(socket.getInputStream()));
      // a cut-off request has one answer, which states why
      for (int i = Math.max(1, request.answers()); i > 0; i--) {
        WireAnswer answer = reader.next(request.isHead());
        if (answer == null) {
          return new Exchange(answers, End.CLOSED, "");
        }
        answers.add(answer);
      }
      return new Exchange(answers, End.ANSWERED, "");
    } catch (SocketTimeoutException e) {
      return new Exchange(answers, End.SILENT, "");
    } catch (NotHttp e) {
      return new Exchange(answers, End.NOT_HTTP, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return new Exchange(answers, End.RESET, e.toString());
    }
  }

  private static void send(Socket socket, WireRequest request) throws IOException {
    try {
      socket.getOutputStream().write(request.bytes());
      socket.getOutputStream().flush();
      if (request.answers() == 0 && !request.held()) {
        socket.shutdownOutput();
      }
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException refusedMeanwhile) {
      // the answer, if any, has been received already
    }
  }
}
