package farol.runbooks.library;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the two {@code ---} lines.
 *
 * @param executable whether it says {@code runbook: v1}
 * @param lines of the block with its fences, 0 when there is none
 * @param steps attributes given here instead of in the block, by step id
 */
record FrontMatter(
    boolean executable,
    int lines,
    @Nullable String id,
    @Nullable String title,
    @Nullable String owner,
    List<String> services,
    List<String> alerts,
    String stage,
    @Nullable LocalDate reviewBy,
    List<Parameter> params,
    Policy policy,
    Map<String, Map<String, String>> steps,
    Map<String, Integer> stepLines) {
  static final FrontMatter NONE =
      new FrontMatter(
          false,
          0,
          null,
          null,
          null,
          List.of(),
          List.of(),
          "draft",
          null,
          List.of(),
          Policy.NONE,
          Map.of(),
          Map.of());
}
