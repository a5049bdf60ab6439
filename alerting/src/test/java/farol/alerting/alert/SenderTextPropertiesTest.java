package farol.alerting.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SenderTextPropertiesTest {
  @Property
  void givesTheSameFingerprintInWhateverOrder(@ForAll Map<String, String> labels) {
    var reversed = new LinkedHashMap<String, String>();
    labels.entrySet().stream()
        .toList()
        .reversed()
        .forEach(l -> reversed.put(l.getKey(), l.getValue()));

    assertThat(Fingerprint.of(reversed)).isEqualTo(Fingerprint.of(labels));
  }

  @Property
  void cutsAnyTextToWhatPostgresHolds(
      @ForAll String text, @ForAll @IntRange(min = 1, max = 50) int max) {
    var cut = Texts.cut(text, max);

    assertThat(cut.codePointCount(0, cut.length())).isLessThanOrEqualTo(max);
    assertThat(cut.codePoints())
        .noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
  }
}
