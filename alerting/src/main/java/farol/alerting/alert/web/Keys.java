package farol.alerting.alert.web;

/** Shows the key of an integration whole or masked. */
final class Keys {
  private static final int SHOWN = 4;

  private Keys() {}

  static String shown(String key, boolean whole) {
    return whole ? key : key.substring(0, SHOWN) + "…";
  }
}
