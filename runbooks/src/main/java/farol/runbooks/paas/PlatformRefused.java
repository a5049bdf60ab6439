package farol.runbooks.paas;

/** The platform read the request and refused it: nothing happened there, and why is in words. */
@SuppressWarnings("serial") // Carried within one process, never serialized.
public class PlatformRefused extends RuntimeException {
  private final int status;

  public PlatformRefused(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The HTTP status it answered with. */
  public int status() {
    return status;
  }
}
