package farol.console.security;

import farol.console.start.FirstStart;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads whoever opens an installation without people to the page that asks for the first one. */
class FirstRunFilter extends OncePerRequestFilter {
  private final FirstStart firstStart;
  private volatile boolean somebodyIsThere;

  FirstRunFilter(FirstStart firstStart) {
    this.firstStart = firstStart;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var path = request.getRequestURI();
    return somebodyIsThere || !(path.equals("/") || path.equals("/login"));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (firstStart.isWaiting()) {
      response.sendRedirect("/first-run");
      return;
    }
    somebodyIsThere = true;
    chain.doFilter(request, response);
  }
}
