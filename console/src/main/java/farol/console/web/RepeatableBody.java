package farol.console.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** A request whose whole body was read ahead and can be read again. */
final class RepeatableBody extends HttpServletRequestWrapper {
  private final byte[] bytes;

  RepeatableBody(HttpServletRequest request) throws IOException {
    super(request);
    this.bytes = request.getInputStream().readAllBytes();
  }

  byte[] bytes() {
    return bytes;
  }

  @Override
  public ServletInputStream getInputStream() {
    var stream = new ByteArrayInputStream(bytes);
    return new ServletInputStream() {
      @Override
      public int read() {
        return stream.read();
      }

      @Override
      public int read(byte[] into, int from, int length) {
        return stream.read(into, from, length);
      }

      @Override
      public boolean isFinished() {
        return stream.available() == 0;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException("Bodies are read at once");
      }
    };
  }
}
