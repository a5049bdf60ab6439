package farol.alerting.alert;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An integration as somebody asks for it, before any check.
 *
 * @param service the slug of the service it reaches
 * @param key 32 of 0-9, a-z, A-Z; null generates one
 * @param doors the only doors that take its key; empty means every door
 */
public record IntegrationDraft(
    @Nullable String name,
    @Nullable String service,
    @Nullable IntegrationKind kind,
    @Nullable String key,
    Set<IntegrationKind> doors) {
  public static final int NAME_MAX = 200;
}
