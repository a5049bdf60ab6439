package farol.console.web;

import farol.alerting.door.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes refusals as {@code application/problem+json} (RFC 9457). */
@Component
public class Problems {
  private final JsonMapper json;

  Problems(JsonMapper json) {
    this.json = json;
  }

  ResponseEntity<Map<String, Object>> answer(Refusal refusal) {
    var answer =
        ResponseEntity.status(refusal.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    var retryAfter = refusal.retryAfter();
    if (retryAfter != null) {
      answer.header("Retry-After", String.valueOf(Math.max(1, retryAfter.toSeconds())));
    }
    return answer.body(body(refusal));
  }

  /** Writes the refusal from a filter, before any controller. */
  public void write(Refusal refusal, HttpServletResponse response) throws IOException {
    response.setStatus(refusal.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    var retryAfter = refusal.retryAfter();
    if (retryAfter != null) {
      response.setHeader("Retry-After", String.valueOf(Math.max(1, retryAfter.toSeconds())));
    }
    response.getWriter().write(json.writeValueAsString(body(refusal)));
  }

  /** 401 without a valid token, 403 with one that does not reach this far. */
  public void unauthorized(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("WWW-Authenticate", "Bearer realm=\"farol\"");
    response.setStatus(401);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    var detail =
        request.getHeader("Authorization") == null
            ? "Send an API token: Authorization: Bearer TOKEN"
            : "The API token is unknown, expired or revoked";
    response
        .getWriter()
        .write(json.writeValueAsString(body("unauthorized", 401, detail, Map.of())));
  }

  static Map<String, Object> body(Refusal refusal) {
    var extra = new LinkedHashMap<String, Object>();
    if (!refusal.errors().isEmpty()) {
      extra.put("errors", refusal.errors());
    }
    extra.putAll(refusal.extra());
    return body(refusal.code(), refusal.status(), refusal.detail(), extra);
  }

  private static Map<String, Object> body(
      String code, int status, String detail, Map<String, Object> extra) {
    var body = new LinkedHashMap<String, Object>();
    body.put("type", "/guide/problems/" + code);
    var known = HttpStatus.resolve(status);
    body.put("title", known == null ? code : known.getReasonPhrase());
    body.put("status", status);
    body.put("code", code);
    body.put("detail", detail);
    body.putAll(extra);
    var trace = MDC.get(TraceFilter.KEY);
    if (trace != null) {
      body.put("traceId", trace);
    }
    return body;
  }
}
