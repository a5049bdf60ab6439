package farol.statuspage.snapshot;

/** A snapshot set that must not be served, and the first file that shows it. */
@SuppressWarnings("serial") // Carried within one process, never serialized.
public final class BadSet extends RuntimeException {
  private final String file;

  public BadSet(String file, String reason) {
    super(file + " " + reason);
    this.file = file;
  }

  public String file() {
    return file;
  }
}
