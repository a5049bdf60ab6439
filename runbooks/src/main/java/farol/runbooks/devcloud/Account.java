package farol.runbooks.devcloud;

import java.util.UUID;

/** Who holds a key; each account has its own pool of calls. */
public record Account(UUID id, String email, boolean mayControl) {
  /** The account that a scenario's apps belong to. */
  public static final Account CAMINHO = of("platform@caminho.example", false);

  public static Account of(String email, boolean mayControl) {
    return new Account(Hash.id("account", email), email, mayControl);
  }
}
