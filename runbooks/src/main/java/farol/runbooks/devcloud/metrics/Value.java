package farol.runbooks.devcloud.metrics;

import java.util.List;
import java.util.Map;

/** What an expression is at one instant. */
public sealed interface Value {
  /** One number. */
  record Scalar(double value) implements Value {}

  /** Samples with distinct labels. */
  record Vector(List<Sample> samples) implements Value {
    public Vector {
      samples = List.copyOf(samples);
    }
  }

  /** A value and its labels; the metric's name is the label {@code __name__}. */
  record Sample(Map<String, String> labels, double value) {}
}
