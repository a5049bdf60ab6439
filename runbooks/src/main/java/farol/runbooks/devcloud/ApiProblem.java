package farol.runbooks.devcloud;

import org.jspecify.annotations.Nullable;

/** A request that the simulated platform refuses, as its clients see it. */
@SuppressWarnings("serial") // Carried within one process, never serialized.
public final class ApiProblem extends RuntimeException {
  private final int status;
  private final String id;
  private final @Nullable String resource;

  public ApiProblem(int status, String id, String message, @Nullable String resource) {
    super(message, null, false, false);
    this.status = status;
    this.id = id;
    this.resource = resource;
  }

  public static ApiProblem notFound(String resource) {
    return new ApiProblem(404, "not_found", "Couldn't find that %s.".formatted(resource), resource);
  }

  public static ApiProblem invalid(String message) {
    return new ApiProblem(422, "invalid_params", message, null);
  }

  public static ApiProblem badRequest(String message) {
    return new ApiProblem(400, "bad_request", message, null);
  }

  public int status() {
    return status;
  }

  public String id() {
    return id;
  }

  public @Nullable String resource() {
    return resource;
  }

  public String message() {
    return String.valueOf(getMessage());
  }
}
