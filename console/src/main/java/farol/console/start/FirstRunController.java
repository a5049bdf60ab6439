package farol.console.start;

import farol.alerting.door.Refusal;
import farol.console.security.Credentials;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
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

  private static ResponseEntity<String> page(
      int status,
      CsrfToken csrf,
      String handle,
      String name,
      String email,
      @Nullable String fault) {
    return ResponseEntity.status(status)
        .contentType(new MediaType("text", "html", java.nio.charset.StandardCharsets.UTF_8))
        .body(
            PAGE.formatted(
                fault == null
                    ? ""
                    : "<p class=\"fault\" role=\"alert\">" + HtmlUtils.htmlEscape(fault) + "</p>",
                csrf.getParameterName(),
                csrf.getToken(),
                HtmlUtils.htmlEscape(name),
                HtmlUtils.htmlEscape(handle),
                HtmlUtils.htmlEscape(email)));
  }

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Welcome to Farol</title>
      <style>
        :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif;
          --paper: light-dark(#fdfdfe, #13161a); --ink: light-dark(#181c22, #e4e6e9);
          --quiet: light-dark(#494f57, #abb0b6); --line: light-dark(#878d94, #6b7178);
          --red: light-dark(#c5141c, #ff7a75) }
        body { background: var(--paper); color: var(--ink); margin: 12vh auto; max-width: 22rem;
          padding: 0 1rem }
        h1 { font-size: 1.25rem; margin: 0 }
        p { color: var(--quiet); margin: .25rem 0 1.5rem }
        label { display: block; font-weight: 500; margin-top: 1rem }
        input { box-sizing: border-box; width: 100%%; min-height: 44px; padding: 0 .75rem;
          font: inherit; color: inherit; background: transparent; border: 1px solid var(--line);
          border-radius: 6px }
        button { margin-top: 1.5rem; width: 100%%; min-height: 48px; font: inherit; border: 0;
          font-weight: 600; border-radius: 6px; background: var(--ink); color: var(--paper) }
        .fault { color: var(--red); font-weight: 500 }
      </style>
      <main>
        <h1>Welcome to Farol</h1>
        <p>Nobody is here yet. You become the first administrator.</p>
        %s
        <form method="post">
          <input type="hidden" name="%s" value="%s">
          <label>Your name<input name="name" value="%s" autocomplete="name" required maxlength="200"></label>
          <label>Handle, to sign in<input name="handle" value="%s" autocomplete="username" required
            pattern="[a-z0-9][a-z0-9\\-]{0,39}"></label>
          <label>E-mail address<input name="email" value="%s" type="email" autocomplete="email" required></label>
          <label>Password<input name="password" type="password" autocomplete="new-password" required minlength="7"></label>
          <button>Create the administrator</button>
        </form>
      </main>
      </html>
      """;
}
