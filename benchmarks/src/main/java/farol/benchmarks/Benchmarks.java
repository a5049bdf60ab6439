package farol.benchmarks;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Runs one measurement by its name; without a name, lists them. */
public final class Benchmarks {
  /** A measurement that prints its figures, each beside its peer of the same run. */
  interface Benchmark {
    void run(String... args) throws Exception;
  }

  private static final Map<String, Benchmark> ALL =
      new TreeMap<>(Map.of("edge", EdgeBenchmark::run, "start", StartBenchmark::run));

  private Benchmarks() {}

  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      System.out.println("Benchmarks: " + String.join(", ", ALL.keySet()));
      return;
    }
    var benchmark = ALL.get(args[0]);
    if (benchmark == null) {
      System.err.printf(
          "farol: there is no benchmark '%s'; there are %s%n",
          args[0], String.join(", ", ALL.keySet()));
      System.exit(1);
      return;
    }
    benchmark.run(Arrays.copyOfRange(args, 1, args.length));
  }
}
