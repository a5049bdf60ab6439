package farol.alerting.notify;

import farol.alerting.door.Secrets;
import farol.alerting.storage.Timestamps;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The key that signs acknowledge links: made once per installation, encrypted at rest. */
@Component
class SigningKey {
  private static final String PURPOSE = "acknowledge-link";
  private static final int KEY_BYTES = 32;

  private final JdbcClient jdbc;
  private final Secrets secrets;
  private final InstantSource clock;
  private final TransactionTemplate ownTransaction;
  private volatile @Nullable String known;

  SigningKey(
      JdbcClient jdbc,
      Secrets secrets,
      InstantSource clock,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.secrets = secrets;
    this.clock = clock;
    this.ownTransaction = new TransactionTemplate(transactions);
    ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  byte[] key() {
    var key = known;
    if (key == null) {
      key = stored().orElseGet(this::make);
      known = key;
    }
    return Base64.getDecoder().decode(key);
  }

  private Optional<String> stored() {
    return jdbc.sql("select sealed_key from alerting.signing_key where purpose = :purpose")
        .param("purpose", PURPOSE)
        .query(String.class)
        .optional()
        .map(secrets::open);
  }

  /** Two nodes may make one at once: the first stored one is everybody's. */
  private String make() {
    var fresh = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(fresh);
    var sealed = secrets.seal(Base64.getEncoder().encodeToString(fresh));
    ownTransaction.executeWithoutResult(
        _ ->
            jdbc.sql(
                    """
                    insert into alerting.signing_key (purpose, sealed_key, created_at)
                    values (:purpose, :sealed, :now) on conflict do nothing
                    """)
                .param("purpose", PURPOSE)
                .param("sealed", sealed)
                .param("now", Timestamps.of(clock.instant()))
                .update());
    return stored().orElseThrow();
  }
}
