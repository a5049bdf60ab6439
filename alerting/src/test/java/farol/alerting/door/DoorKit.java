package farol.alerting.door;

import farol.alerting.catalog.Actor;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Controllers behind a dispatcher without a server, with an actor that the test chooses. */
public final class DoorKit {
  private DoorKit() {}

  public static MockMvc of(Supplier<Actor> actor, Object... controllers) {
    return MockMvcBuilders.standaloneSetup(controllers)
        .setCustomArgumentResolvers(new ActorResolver(actor))
        .setControllerAdvice(new Refusals())
        .build();
  }

  private record ActorResolver(Supplier<Actor> actor) implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      return actor.get();
    }
  }

  /** The status and the first words of what the console answers to a refusal. */
  @TestComponent
  @RestControllerAdvice
  static class Refusals {
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(Refusal refusal) {
      var after = refusal.retryAfter();
      return ResponseEntity.status(refusal.status())
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .headers(
              headers -> {
                if (after != null) {
                  headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(after.toSeconds()));
                }
              })
          .body(Map.of("detail", refusal.detail(), "errors", refusal.errors()));
    }
  }
}
