package farol.console.demo;

import static org.assertj.core.api.Assertions.assertThat;

import farol.runbooks.library.DocumentParser;
import farol.runbooks.library.Finding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class DemoRunbooksTest {
  @SuppressWarnings("unused") // Named by the tests below.
  private static final java.util.List<String> PATHS = DemoRunbooks.PATHS;

  @ParameterizedTest
  @FieldSource("PATHS")
  void readsWithoutFault(String path) {
    var document = DocumentParser.parse(DemoRunbooks.text(path), path);

    assertThat(document.findings())
        .filteredOn(finding -> finding.severity() != Finding.Severity.INFO)
        .isEmpty();
    assertThat(document.headings())
        .extracting(heading -> heading.text())
        .contains("Meaning", "Impact", "Diagnosis", "Mitigation");
  }
}
