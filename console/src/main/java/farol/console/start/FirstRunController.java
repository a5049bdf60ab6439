package farol.console.start;

import farol.alerting.door.Refusal;
import farol.console.security.Credentials;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.HtmlUtils;

/** Asks the first person who comes to an empty installation who they are. */
@Controller
@RequestMapping("/first-run")
class FirstRunController {
  private final FirstStart firstStart;
  private final TransactionTemplate transaction;
  private final String page = read();

  FirstRunController(FirstStart firstStart, TransactionTemplate transaction) {
    this.firstStart = firstStart;
    this.transaction = transaction;
  }

  @GetMapping
  ResponseEntity<String> ask(HttpServletRequest request, CsrfToken csrf) {
    return firstStart.isWaiting() && isLocal(request)
        ? page(200, csrf, "", "", "", null)
        : redirect("/login");
  }

  @PostMapping
  ResponseEntity<String> create(
      HttpServletRequest request,
      CsrfToken csrf,
      @RequestParam(defaultValue = "") String handle,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String password) {
    if (!firstStart.isWaiting() || !isLocal(request)) {
      return redirect("/login");
    }
    if (password.length() < Credentials.PASSWORD_MIN) {
      var fault = "The password has at least %d characters.".formatted(Credentials.PASSWORD_MIN);
      return page(422, csrf, handle, name, email, fault);
    }
    try {
      transaction.executeWithoutResult(
          _ ->
              firstStart.create(
                  handle.strip().toLowerCase(Locale.ROOT), name.strip(), email.strip(), password));
      return redirect("/login");
    } catch (Refusal | IllegalArgumentException refused) {
      return page(422, csrf, handle, name, email, refused.getMessage());
    }
  }

  /** Only from the machine itself: whoever comes first becomes the administrator. */
  private static boolean isLocal(HttpServletRequest request) {
    try {
      return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  private static ResponseEntity<String> redirect(String to) {
    return ResponseEntity.status(303).header("Location", to).build();
  }

  private static String alert(String fault) {
    return "<p class=\"fault\" role=\"alert\">" + HtmlUtils.htmlEscape(fault) + "</p>";
  }

  private ResponseEntity<String> page(
      int status,
      CsrfToken csrf,
      String handle,
      String name,
      String email,
      @Nullable String fault) {
    return ResponseEntity.status(status)
        .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
        .body(
            page.replace("{{fault}}", fault == null ? "" : alert(fault))
                .replace("{{csrfName}}", csrf.getParameterName())
                .replace("{{csrfToken}}", csrf.getToken())
                .replace("{{name}}", HtmlUtils.htmlEscape(name))
                .replace("{{handle}}", HtmlUtils.htmlEscape(handle))
                .replace("{{email}}", HtmlUtils.htmlEscape(email)));
  }

  private static String read() {
    try (var page = FirstRunController.class.getResourceAsStream("first-run.html")) {
      return new String(Objects.requireNonNull(page).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException("first-run.html", failed);
    }
  }
}
