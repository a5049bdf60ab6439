package farol.console.security;

import farol.alerting.catalog.PersonId;
import farol.alerting.storage.Timestamps;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords, kept as Argon2id hashes. */
@Component
public class Credentials {
  public static final int PASSWORD_MIN = 7;
  public static final int PASSWORD_MAX = 200;

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  private final String decoy = encoder.encode("nobody has this password");

  Credentials(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Sets the person's password. */
  public void set(PersonId person, String password) {
    if (password.length() < PASSWORD_MIN || password.length() > PASSWORD_MAX) {
      throw new IllegalArgumentException(
          "A password has %d to %d characters".formatted(PASSWORD_MIN, PASSWORD_MAX));
    }
    store(person, encoder.encode(password));
  }

  /** The hash of a password, for giving many people the same one without hashing it each time. */
  public String hash(String password) {
    return encoder.encode(password);
  }

  public void store(PersonId person, String hash) {
    jdbc.sql(
            """
            insert into console.credential (person_id, password_hash, changed_at)
            values (:person, :hash, :now)
            on conflict (person_id) do update set password_hash = :hash, changed_at = :now
            """)
        .param("person", person.value())
        .param("hash", hash)
        .param("now", Timestamps.of(clock.instant()))
        .update();
  }

  /** Checks in the same time whether or not the person exists. */
  boolean matches(Optional<PersonId> person, String password) {
    var hash =
        person.flatMap(
            id ->
                jdbc.sql("select password_hash from console.credential where person_id = :person")
                    .param("person", id.value())
                    .query(String.class)
                    .optional());
    var matches = encoder.matches(password, hash.orElse(decoy));
    return matches && hash.isPresent();
  }
}
