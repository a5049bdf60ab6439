package farol.alerting.door;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command that was refused, in words a person can act on. Services throw it; the console's web
 * layer turns it into {@code application/problem+json} (RFC 9457) and views show its message.
 */
@SuppressWarnings("serial") // Carried within one process, never serialized.
public final class Refusal extends RuntimeException {
  /**
   * One wrong field of a request.
   *
   * @param field its path, for example {@code levels[0].targets}
   * @param message what would be right
   */
  public record FieldError(String field, String message) {}

  private final int status;
  private final String code;
  private final List<FieldError> errors;
  private final Map<String, Object> extra;
  private final @Nullable Duration retryAfter;

  private Refusal(
      int status,
      String code,
      String detail,
      List<FieldError> errors,
      Map<String, Object> extra,
      @Nullable Duration retryAfter) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
    this.errors = List.copyOf(errors);
    this.extra = Map.copyOf(extra);
    this.retryAfter = retryAfter;
  }

  /** Any other answer that HTTP itself has a word for, such as 405 or 415. */
  public static Refusal of(int status, String code, String detail) {
    return new Refusal(status, code, detail, List.of(), Map.of(), null);
  }

  /** 400: the request cannot be read. */
  public static Refusal unreadable(String detail) {
    return new Refusal(400, "unreadable", detail, List.of(), Map.of(), null);
  }

  /** 403: readable and refused to this person. */
  public static Refusal forbidden(String detail) {
    return forbidden("forbidden", detail);
  }

  public static Refusal forbidden(String code, String detail) {
    return new Refusal(403, code, detail, List.of(), Map.of(), null);
  }

  /** 404. */
  public static Refusal notFound(String what) {
    return new Refusal(404, "not-found", what + " does not exist", List.of(), Map.of(), null);
  }

  /** 409: conflicts with what stands; {@code code} is the last segment of the problem's type. */
  public static Refusal conflict(String code, String detail) {
    return new Refusal(409, code, detail, List.of(), Map.of(), null);
  }

  /** 409 with further members of the problem, for example {@code blockers}. */
  public static Refusal conflict(String code, String detail, Map<String, Object> extra) {
    return new Refusal(409, code, detail, List.of(), extra, null);
  }

  /** 410. */
  public static Refusal gone(String detail) {
    return new Refusal(410, "gone", detail, List.of(), Map.of(), null);
  }

  /** 412: the {@code If-Match} names another version; 428 when it is missing. */
  public static Refusal stale(String detail) {
    return new Refusal(412, "stale", detail, List.of(), Map.of(), null);
  }

  /** 412 with further members of the problem, for example the three texts of a conflict. */
  public static Refusal stale(String detail, Map<String, Object> extra) {
    return new Refusal(412, "stale", detail, List.of(), extra, null);
  }

  public static Refusal preconditionRequired(String detail) {
    return new Refusal(428, "precondition-required", detail, List.of(), Map.of(), null);
  }

  /** 413. */
  public static Refusal tooLarge(String detail) {
    return new Refusal(413, "too-large", detail, List.of(), Map.of(), null);
  }

  /** 422 on one field. */
  public static Refusal invalid(String field, String message) {
    return invalid(List.of(new FieldError(field, message)));
  }

  /** 422 on several fields. */
  public static Refusal invalid(List<FieldError> errors) {
    var first = errors.getFirst();
    return new Refusal(
        422, "invalid", first.field() + ": " + first.message(), errors, Map.of(), null);
  }

  /** 422 with a machine word of the room, for example {@code never-waivable}. */
  public static Refusal invalid(String code, String field, String message) {
    return new Refusal(422, code, message, List.of(new FieldError(field, message)), Map.of(), null);
  }

  /** 501: belongs to the specification and is not built. */
  public static Refusal notBuilt(String what) {
    return new Refusal(501, "not-built", what + " is not built yet", List.of(), Map.of(), null);
  }

  /** 503: try again later. */
  public static Refusal unavailable(String code, String detail, Duration retryAfter) {
    return new Refusal(503, code, detail, List.of(), Map.of(), retryAfter);
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  /** One line a person can act on. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  public List<FieldError> errors() {
    return errors;
  }

  public Map<String, Object> extra() {
    return extra;
  }

  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
