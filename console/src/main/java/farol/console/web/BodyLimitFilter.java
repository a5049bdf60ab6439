package farol.console.web;

import farol.alerting.door.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies over the limit of the API, also where the sender did not announce their length.
 */
@Component
@Order(-200)
class BodyLimitFilter extends OncePerRequestFilter {
  static final long API_BODY_MAX = 1L << 20;
  static final long FORECAST_BODY_MAX = 8L << 20;
  static final long IMPORT_BODY_MAX = 64L << 20;

  private final Problems problems;

  BodyLimitFilter(Problems problems) {
    this.problems = problems;
  }

  /** The body grew past its limit while it was read. */
  @SuppressWarnings("serial") // Carried within one process, never serialized.
  static final class TooLarge extends IOException {
    TooLarge() {
      super("The body is larger than this door takes");
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var max = limit(request.getRequestURI());
    if (request.getContentLengthLong() > max) {
      problems.write(
          Refusal.tooLarge("This door takes up to %d KiB".formatted(max >> 10)), response);
      return;
    }
    chain.doFilter(new Limited(request, max), response);
  }

  private static long limit(String path) {
    if (path.startsWith("/api/v1/capacity/imports")) {
      return IMPORT_BODY_MAX;
    }
    return path.equals("/api/v1/forecast") || path.equals("/api/v1/uptime-calculations")
        ? FORECAST_BODY_MAX
        : API_BODY_MAX;
  }

  private static final class Limited extends HttpServletRequestWrapper {
    private final long max;

    Limited(HttpServletRequest request, long max) {
      super(request);
      this.max = max;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new Counted(super.getInputStream(), max);
    }
  }

  private static final class Counted extends ServletInputStream {
    private final ServletInputStream body;
    private long left;

    Counted(ServletInputStream body, long max) {
      this.body = body;
      this.left = max;
    }

    @Override
    public int read() throws IOException {
      var next = body.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      var read = body.read(into, from, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) throws TooLarge {
      left -= read;
      if (left < 0) {
        throw new TooLarge();
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
