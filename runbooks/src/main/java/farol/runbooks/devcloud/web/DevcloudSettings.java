package farol.runbooks.devcloud.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the simulated platform listens, and which keys open it. */
@Component
class DevcloudSettings {
  private final int port;
  private final String bind;
  private final String keys;

  DevcloudSettings(
      @Value("${farol.devcloud.port:8082}") int port,
      @Value("${farol.devcloud.bind:127.0.0.1}") String bind,
      @Value("${farol.devcloud.keys:}") String keys) {
    this.port = port;
    this.bind = bind;
    this.keys = keys;
  }

  /** 0 for any free port. */
  int port() {
    return port;
  }

  String bind() {
    return bind;
  }

  /** {@code key:email:role}, separated by commas; empty for none. */
  String keys() {
    return keys;
  }

  boolean isLoopback() {
    try {
      return InetAddress.getByName(bind).isLoopbackAddress();
    } catch (UnknownHostException _) {
      return false;
    }
  }
}
