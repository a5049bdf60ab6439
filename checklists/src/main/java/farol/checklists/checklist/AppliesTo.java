package farol.checklists.checklist;

import java.util.Set;

/**
 * Which services a checklist or a check is about.
 *
 * @param tiers tiers of the catalog; empty means every tier
 * @param types types of the catalog; empty means every type
 */
public record AppliesTo(Set<Integer> tiers, Set<String> types) {
  public static final AppliesTo ALL = new AppliesTo(Set.of(), Set.of());

  public AppliesTo {
    tiers = Set.copyOf(tiers);
    types = Set.copyOf(types);
  }

  public boolean coversTier(int tier) {
    return tiers.isEmpty() || tiers.contains(tier);
  }

  public boolean coversType(String type) {
    return types.isEmpty() || types.contains(type);
  }
}
