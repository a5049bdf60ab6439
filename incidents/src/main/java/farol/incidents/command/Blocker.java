package farol.incidents.command;

import org.jspecify.annotations.Nullable;

/**
 * Why a command cannot go through yet.
 *
 * @param code a fixed word
 * @param text one line that says what to do
 * @param waivable whether a person may set it aside with a reason
 * @param ref the run, row or record it is about
 */
public record Blocker(String code, String text, boolean waivable, @Nullable String ref) {
  public static final String FINAL_POST_MISSING = "FINAL_POST_MISSING";
  public static final String RUN_UNFINISHED = "RUN_UNFINISHED";
}
