package farol.runbooks.devcloud.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;
import org.jspecify.annotations.Nullable;

/** Turns Jetty's requests into ours, and our replies into Jetty's. */
final class DevcloudHandler extends Handler.Abstract {
  static final int DEVCLOUD_BODY = 1024 * 1024;

  private static final String FORM = "application/x-www-form-urlencoded";

  private final Doorkeeper doorkeeper;

  DevcloudHandler(Doorkeeper doorkeeper) {
    this.doorkeeper = doorkeeper;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    var reply = answer(request);
    if (reply.lost()) {
      request.getConnectionMetaData().getConnection().getEndPoint().close();
      callback.succeeded();
      return true;
    }
    response.setStatus(reply.status());
    reply.headers().forEach(response.getHeaders()::put);
    response.write(true, ByteBuffer.wrap(reply.body().getBytes(UTF_8)), callback);
    return true;
  }

  private Reply answer(Request request) throws IOException {
    try (var stream = Content.Source.asInputStream(request)) {
      var body = stream.readNBytes(DEVCLOUD_BODY + 1);
      if (body.length > DEVCLOUD_BODY) {
        return Reply.error(413, "request_too_large", "The body is over 1 MiB.", null)
            .with(HttpHeader.CONNECTION.asString(), "close");
      }
      var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return doorkeeper.answer(incoming(request, text));
    } catch (CharacterCodingException _) {
      return Reply.error(400, "bad_request", "The body is not valid UTF-8.", null);
    }
  }

  private static Incoming incoming(Request request, String body) {
    var headers = new HashMap<String, String>();
    for (var field : request.getHeaders()) {
      headers.put(field.getName().toLowerCase(Locale.ROOT), String.valueOf(field.getValue()));
    }
    var authority = request.getHttpURI().getAuthority();
    if (authority != null) {
      headers.putIfAbsent("host", authority);
    }
    return new Incoming(
        request.getMethod(),
        String.valueOf(Request.getPathInContext(request)),
        parameters(request, headers.get("content-type"), body),
        headers,
        body,
        isLoopback(request));
  }

  /** The query's parameters, and those of a form in the body. */
  private static Map<String, List<String>> parameters(
      Request request, @Nullable String contentType, String body) {
    var fields = new Fields(true);
    fields.addAll(Request.extractQueryParameters(request));
    if (contentType != null && contentType.startsWith(FORM)) {
      UrlEncoded.decodeTo(body, fields::add, UTF_8);
    }
    var parameters = new HashMap<String, List<String>>();
    fields.forEach(field -> parameters.put(field.getName(), field.getValues()));
    return parameters;
  }

  private static boolean isLoopback(Request request) {
    return request.getConnectionMetaData().getRemoteSocketAddress()
            instanceof InetSocketAddress address
        && address.getAddress().isLoopbackAddress();
  }
}
