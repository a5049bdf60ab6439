package farol.console.web;

import farol.alerting.catalog.PersonId;
import farol.alerting.door.Refusal;
import farol.console.security.FarolAuthentication;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers a repeated creating request as the first time. A request with {@code Idempotency-Key} is
 * remembered for 24 hours: the same key and body give the same answer, the same key and another
 * body are refused with 409.
 */
public class IdempotencyFilter extends OncePerRequestFilter {
  static final int KEY_MAX = 200;

  private final IdempotentAnswers answers;
  private final Problems problems;

  public IdempotencyFilter(IdempotentAnswers answers, Problems problems) {
    this.answers = answers;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !"POST".equals(request.getMethod()) || request.getHeader("Idempotency-Key") == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!(SecurityContextHolder.getContext().getAuthentication()
        instanceof FarolAuthentication signed)) {
      chain.doFilter(request, response);
      return;
    }
    var key = request.getHeader("Idempotency-Key");
    if (key.isBlank() || key.length() > KEY_MAX) {
      problems.write(
          Refusal.invalid("Idempotency-Key", "has 1 to %d characters".formatted(KEY_MAX)),
          response);
      return;
    }
    answerOnce(signed.actor().person().id(), key, request, response, chain);
  }

  private void answerOnce(
      PersonId caller,
      String key,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    var body = new RepeatableBody(request);
    var hash = hash(request, body.bytes());
    switch (answers.begin(caller, key, hash)) {
      case IdempotentAnswers.First _ -> first(caller, key, body, response, chain);
      case IdempotentAnswers.Underway _ ->
          problems.write(
              Refusal.conflict(
                  "request-underway", "The first request with this Idempotency-Key is under way"),
              response);
      case IdempotentAnswers.OtherRequest _ ->
          problems.write(
              Refusal.conflict(
                  "idempotency-key-reused",
                  "This Idempotency-Key was used for another request",
                  Map.of("key", key)),
              response);
      case IdempotentAnswers.Known known -> replay(known, response);
    }
  }

  private void first(
      PersonId caller,
      String key,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    var copy = new ContentCachingResponseWrapper(response);
    var done = false;
    try {
      chain.doFilter(request, copy);
      done = copy.getStatus() < 500;
    } finally {
      if (done) {
        answers.keep(
            caller,
            key,
            new IdempotentAnswers.Known(
                copy.getStatus(),
                copy.getHeader("Location"),
                copy.getContentType(),
                new String(copy.getContentAsByteArray(), StandardCharsets.UTF_8)));
      } else {
        answers.forget(caller, key);
      }
      copy.copyBodyToResponse();
    }
  }

  private static void replay(IdempotentAnswers.Known known, HttpServletResponse response)
      throws IOException {
    response.setStatus(known.status());
    if (known.location() != null) {
      response.setHeader("Location", known.location());
    }
    if (known.contentType() != null) {
      response.setContentType(known.contentType());
    }
    response.setHeader("Idempotency-Replayed", "true");
    response.getOutputStream().write(known.body().getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] hash(HttpServletRequest request, byte[] body) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          (request.getRequestURI() + "?" + request.getQueryString())
              .getBytes(StandardCharsets.UTF_8));
      digest.update(HexFormat.of().parseHex("00"));
      return digest.digest(body);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }
}
