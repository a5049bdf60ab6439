package farol.statuspage.edge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers readers from memory: no database, no template, no session, no thread of its own. */
final class EdgeHandler extends Handler.Abstract.NonBlocking {
  private static final String ALLOWED = "GET, HEAD";
  private static final String OTHER = "other";
  private static final String RETRY_SECONDS = "5";

  private final EdgeSite site;
  private final EdgeMeter meter;

  EdgeHandler(EdgeSite site, EdgeMeter meter) {
    this.site = site;
    this.meter = meter;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var method = request.getMethod();
    var path = request.getHttpURI().getCanonicalPath();
    if (!HttpMethod.GET.is(method) && !HttpMethod.HEAD.is(method)) {
      response.getHeaders().put(HttpHeader.ALLOW, ALLOWED);
      plainly(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "Only GET and HEAD");
      return true;
    }
    var served = site.served();
    if (served == null) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_SECONDS);
      plainly(
          request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503, "The status is unknown");
      return true;
    }
    var resource = path == null ? null : served.at(path, site.nowMillis());
    if (resource == null) {
      plainly(request, response, callback, HttpStatus.NOT_FOUND_404, "There is no such page");
      return true;
    }
    answer(resource, request, response, callback);
    return true;
  }

  private void answer(
      Served.Resource resource, Request request, Response response, Callback callback) {
    var asked = request.getHeaders();
    var form = resource.form(asked.get(HttpHeader.ACCEPT_ENCODING));
    if (EntityTags.matches(asked.get(HttpHeader.IF_NONE_MATCH), form.etag())) {
      response.setStatus(HttpStatus.NOT_MODIFIED_304);
      response.getHeaders().add(form.unchanged());
      meter.answered(HttpStatus.NOT_MODIFIED_304, resource.kind());
      response.write(true, null, callback);
      return;
    }
    response.setStatus(HttpStatus.OK_200);
    response.getHeaders().add(form.headers());
    meter.answered(HttpStatus.OK_200, resource.kind());
    var body = HttpMethod.HEAD.is(request.getMethod()) ? null : form.body().slice();
    response.write(true, body, callback);
  }

  /** A short answer of the edge itself, in the shape the caller reads. */
  private void plainly(
      Request request, Response response, Callback callback, int code, String words) {
    var path = String.valueOf(request.getHttpURI().getCanonicalPath());
    var json = path.startsWith("/api/") || path.endsWith(".json");
    var body =
        json
            ? "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"state\":\"unknown\"}"
                .formatted(words, code)
            : "<!doctype html><html lang=\"en\"><title>%1$s</title><p>%1$s. <a href=\"/\">Status</a>"
                .formatted(words);
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    response.setStatus(code);
    response
        .getHeaders()
        .put(
            HttpHeader.CONTENT_TYPE, json ? "application/problem+json" : "text/html; charset=utf-8")
        .put(HttpHeader.CACHE_CONTROL, "no-store")
        .put(HttpHeader.CONTENT_LENGTH, bytes.length)
        .put("X-Content-Type-Options", "nosniff")
        .put("Access-Control-Allow-Origin", "*");
    meter.answered(code, OTHER);
    var head = HttpMethod.HEAD.is(request.getMethod());
    response.write(true, head ? null : ByteBuffer.wrap(bytes), callback);
  }
}
