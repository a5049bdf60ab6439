package farol.console.web;

import farol.alerting.door.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Answers every failure of a REST door as a problem; bad input is never a 500. */
@RestControllerAdvice
class ProblemAdvice {
  private static final Duration RETRY = Duration.ofSeconds(5);
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  private final Problems problems;

  ProblemAdvice(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> refused(Refusal refusal) {
    return problems.answer(refusal);
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> brokenInvariant(IllegalArgumentException broken) {
    LOG.debug("Refused a value", broken);
    return problems.answer(Refusal.invalid("body", String.valueOf(broken.getMessage())));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> unreadable(HttpMessageNotReadableException unreadable) {
    return problems.answer(
        unreadable.getCause() instanceof JacksonException cause
            ? refusal(cause)
            : Refusal.unreadable("The body cannot be read: send JSON"));
  }

  private static Refusal refusal(JacksonException cause) {
    if (tooLarge(cause)) {
      return Refusal.tooLarge("The body is larger than this door takes");
    }
    if (cause instanceof DatabindException wrong && !wrong.getPath().isEmpty()) {
      var field =
          wrong.getPath().stream()
              .map(
                  step ->
                      step.getPropertyName() == null
                          ? "[" + step.getIndex() + "]"
                          : "." + step.getPropertyName())
              .collect(Collectors.joining());
      var message =
          wrong instanceof ValueInstantiationException && wrong.getCause() != null
              ? String.valueOf(wrong.getCause().getMessage())
              : wrong.getOriginalMessage();
      return Refusal.invalid(field.startsWith(".") ? field.substring(1) : field, oneLine(message));
    }
    return Refusal.unreadable("The body is not JSON: " + oneLine(cause.getOriginalMessage()));
  }

  private static boolean tooLarge(Throwable cause) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof BodyLimitFilter.TooLarge) {
        return true;
      }
    }
    return false;
  }

  private static String oneLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> wrongType(MethodArgumentTypeMismatchException wrong) {
    if (wrong.getParameter().hasParameterAnnotation(PathVariable.class)) {
      return problems.answer(Refusal.notFound("'%s'".formatted(wrong.getValue())));
    }
    return problems.answer(
        Refusal.invalid(wrong.getName(), "cannot be '%s'".formatted(wrong.getValue())));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> missing(MissingRequestValueException missing) {
    return problems.answer(Refusal.unreadable(String.valueOf(missing.getMessage())));
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    CannotCreateTransactionException.class
  })
  ResponseEntity<Map<String, Object>> databaseAway(Exception away) {
    LOG.warn("The database is away", away);
    return problems.answer(
        Refusal.unavailable("database-away", "The database is away; nothing was stored", RETRY));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> unexpected(Exception failure) throws Exception {
    if (failure instanceof ErrorResponse known) {
      return problems.answer(
          Refusal.of(
              known.getStatusCode().value(),
              "http-" + known.getStatusCode().value(),
              String.valueOf(known.getBody().getDetail())));
    }
    LOG.error("A request failed", failure);
    return problems.answer(
        Refusal.of(500, "failure", "Farol failed here; the log has it under this traceId"));
  }
}
