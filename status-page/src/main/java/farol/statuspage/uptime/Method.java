package farol.statuspage.uptime;

import java.util.Arrays;

/** Which definition of uptime a figure follows. */
public enum Method {
  /** Weights in permille; unknown time leaves the denominator. */
  FAROL("farol"),
  /** The figure of hosted Statuspage: a major second counts whole, a partial one 0.3. */
  STATUSPAGE("statuspage");

  private final String code;

  Method(String code) {
    this.code = code;
  }

  public static Method of(String code) {
    return Arrays.stream(values())
        .filter(method -> method.code.equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "A method is farol or statuspage, not '%s'".formatted(code)));
  }

  public String code() {
    return code;
  }
}
