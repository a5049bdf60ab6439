package farol.checklists.gate;

import farol.checklists.checklist.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The service a verdict is about, as it is.
 *
 * @param launchedAt when it went live; of an adopted service the instant of its adoption
 * @param adopted in production before Farol knew it
 */
public record Subject(
    String slug,
    int tier,
    String type,
    Stage stage,
    @Nullable Instant launchedAt,
    boolean adopted) {}
