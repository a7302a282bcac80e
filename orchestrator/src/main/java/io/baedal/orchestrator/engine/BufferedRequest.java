package io.baedal.orchestrator.engine;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.springframework.util.FastByteArrayOutputStream;

/** A request whose body was read once and can be read again. */
final class BufferedRequest extends HttpServletRequestWrapper {

  private final FastByteArrayOutputStream body;

  BufferedRequest(HttpServletRequest request, FastByteArrayOutputStream body) {
    super(request);
    this.body = body;
  }

  /** In bytes. */
  int bodySize() {
    return body.size();
  }

  @Override
  public int getContentLength() {
    return bodySize();
  }

  @Override
  public long getContentLengthLong() {
    return bodySize();
  }

  @Override
  public ServletInputStream getInputStream() {
    return new BodyStream(body.getInputStream());
  }

  @Override
  public BufferedReader getReader() {
    String encoding = getCharacterEncoding();
    Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    return new BufferedReader(new InputStreamReader(getInputStream(), charset));
  }

  private static final class BodyStream extends ServletInputStream {

    private final InputStream bytes;

    BodyStream(InputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return bytes.read(target, offset, length);
    }

    @Override
    public int available() throws IOException {
      return bytes.available();
    }

    @Override
    public boolean isFinished() {
      try {
        return bytes.available() == 0;
      } catch (IOException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("the body is here already; read it");
    }
  }
}
