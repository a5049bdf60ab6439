package farol.alerting.notify.web;

import farol.alerting.notify.AcknowledgeByLink;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The link of a page: a look changes nothing, a press acknowledges. Needs no sign-in. */
@RestController
class AcknowledgeController {
  private final AcknowledgeByLink byLink;

  AcknowledgeController(AcknowledgeByLink byLink) {
    this.byLink = byLink;
  }

  @GetMapping("/a/{token}")
  ResponseEntity<String> look(@PathVariable String token) {
    return answer(byLink.look(token));
  }

  @PostMapping("/a/{token}")
  ResponseEntity<String> press(@PathVariable String token, HttpServletRequest request) {
    return answer(byLink.press(token, request.getRemoteAddr()));
  }

  private static ResponseEntity<String> answer(AcknowledgeByLink.Outcome outcome) {
    var status =
        switch (outcome) {
          case AcknowledgeByLink.Outcome.Unknown() -> HttpStatus.NOT_FOUND;
          case AcknowledgeByLink.Outcome.Expired() -> HttpStatus.GONE;
          case AcknowledgeByLink.Outcome.Open(_, _) -> HttpStatus.OK;
          case AcknowledgeByLink.Outcome.Stands(_, _, _) -> HttpStatus.OK;
        };
    return ResponseEntity.status(status)
        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
        .cacheControl(CacheControl.noStore())
        .header("Referrer-Policy", "no-referrer")
        .header("X-Robots-Tag", "noindex")
        .header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
                + "frame-ancestors 'none'; base-uri 'none'")
        .body(AcknowledgePage.of(outcome));
  }
}
