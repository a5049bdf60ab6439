package farol.console.web;

import farol.alerting.catalog.Actor;
import farol.console.security.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands the acting person to every controller method that names an {@link Actor}. */
@Component
class ActorArgument implements HandlerMethodArgumentResolver {
  private final SignedIn signedIn;

  ActorArgument(SignedIn signedIn) {
    this.signedIn = signedIn;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType().equals(Actor.class);
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return signedIn.actor();
  }
}
