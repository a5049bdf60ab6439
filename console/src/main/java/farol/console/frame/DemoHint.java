package farol.console.frame;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** In the demo the sign-in says with whom to enter, and the rail names the platform. */
@Component
class DemoHint implements SignInHint {
  private final boolean demo;

  DemoHint(@Value("${farol.demo:false}") boolean demo) {
    this.demo = demo;
  }

  @Override
  public List<String> lines() {
    return demo
        ? List.of("Caminho, a demo", "Enter as ana, dee, pia or any other, password caminho")
        : List.of();
  }

  /** The name of the installation beside that of the house; empty when it has none. */
  String installation() {
    return demo ? "Caminho" : "";
  }
}
