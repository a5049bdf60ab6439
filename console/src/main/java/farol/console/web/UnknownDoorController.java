package farol.console.web;

import farol.alerting.door.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Answers every address of the API that no door has: as a problem, never as a page. */
@RestController
class UnknownDoorController {
  private static final String EVERYTHING = "/api/**";

  private final RequestMappingHandlerMapping doors;

  UnknownDoorController(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping doors) {
    this.doors = doors;
  }

  @RequestMapping(EVERYTHING)
  void unknown(HttpServletRequest request) {
    var path = PathContainer.parsePath(request.getRequestURI());
    if (patterns().anyMatch(pattern -> pattern.matches(path))) {
      throw Refusal.of(
          405,
          "method-not-allowed",
          "%s does not take %s".formatted(request.getRequestURI(), request.getMethod()));
    }
    throw Refusal.notFound(request.getRequestURI());
  }

  private java.util.stream.Stream<PathPattern> patterns() {
    return doors.getHandlerMethods().keySet().stream()
        .map(
            org.springframework.web.servlet.mvc.method.RequestMappingInfo::getPathPatternsCondition)
        .filter(java.util.Objects::nonNull)
        .flatMap(condition -> condition.getPatterns().stream())
        .filter(pattern -> !pattern.getPatternString().equals(EVERYTHING));
  }
}
