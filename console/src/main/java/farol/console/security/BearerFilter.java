package farol.console.security;

import farol.alerting.door.Refusal;
import farol.console.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns a bearer token into the acting person of the request. */
class BearerFilter extends OncePerRequestFilter {
  private static final String PREFIX = "Bearer ";

  private final TokenActors actors;
  private final Problems problems;

  BearerFilter(TokenActors actors, Problems problems) {
    this.actors = actors;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var header = request.getHeader("Authorization");
    if (header != null && header.startsWith(PREFIX)) {
      try {
        actors
            .actor(
                header.substring(PREFIX.length()).strip(),
                request.getHeader("Farol-Person"),
                request.getRemoteAddr())
            .ifPresent(
                actor ->
                    SecurityContextHolder.getContext()
                        .setAuthentication(new FarolAuthentication(actor)));
      } catch (Refusal refused) {
        problems.write(refused, response);
        return;
      }
    }
    chain.doFilter(request, response);
  }
}
