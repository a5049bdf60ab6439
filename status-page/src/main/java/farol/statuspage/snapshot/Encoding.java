package farol.statuspage.snapshot;

/** The forms a body is kept in, most wanted first. */
public enum Encoding {
  BROTLI("br", ".br"),
  GZIP("gzip", ".gz"),
  IDENTITY("identity", "");

  private final String token;
  private final String suffix;

  Encoding(String token, String suffix) {
    this.token = token;
    this.suffix = suffix;
  }

  /** Its name in HTTP and in the manifest. */
  public String token() {
    return token;
  }

  /** What its file is called behind the name of the file. */
  public String suffix() {
    return suffix;
  }
}
