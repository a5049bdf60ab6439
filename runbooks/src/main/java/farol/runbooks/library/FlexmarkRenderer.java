package farol.runbooks.library;

import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.data.MutableDataSet;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Flexmark, kept on a short leash: at most two renders at once, each with a deadline after which
 * its thread is left to itself and the reader gets the plain text.
 */
@Component
class FlexmarkRenderer implements MarkdownRenderer {
  static final Duration DEADLINE = Duration.ofSeconds(1);
  static final int WORKERS = 2;
  static final int ABANDONED_MAX = 2;
  private static final long STACK_BYTES = 2L * 1024 * 1024;

  /** The attributes of a manual step are for the parser, not for the reader. */
  private static final Pattern MANUAL_ATTRIBUTES =
      Pattern.compile("(?m)^(\\s*(?:[-*+]|\\d{1,9}[.)])\\s+\\[[ xX]]\\s.*?)\\s*\\{#[^}\\n]*}\\s*$");

  private final UnaryOperator<String> engine;
  private final Duration deadline;
  private final Semaphore workers = new Semaphore(WORKERS);
  private final AtomicInteger abandoned = new AtomicInteger();
  private final Counter abandonments;

  @Autowired
  FlexmarkRenderer(MeterRegistry meters) {
    this(meters, flexmark(), DEADLINE);
  }

  FlexmarkRenderer(MeterRegistry meters, UnaryOperator<String> engine, Duration deadline) {
    this.engine = engine;
    this.deadline = deadline;
    this.abandonments = meters.counter("farol_runbook_render_abandoned_total");
  }

  @Override
  public String html(String markdown) {
    if (Nesting.tooDeepAt(markdown) > 0 || markdown.length() > DocumentParser.MARKDOWN_MAX) {
      return plain(markdown, "This text is too large or too deeply nested to be laid out.");
    }
    if (abandoned.get() >= ABANDONED_MAX) {
      return plain(markdown, "Laying out is switched off for a while.");
    }
    try {
      if (!workers.tryAcquire(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
        return plain(markdown, "Laying out took too long.");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return plain(markdown, "Laying out was interrupted.");
    }
    return rendered(MANUAL_ATTRIBUTES.matcher(markdown).replaceAll("$1"));
  }

  /** Holds a worker's permit; whoever ends the render gives it back. */
  private String rendered(String markdown) {
    var render = new Render();
    var thread = new Thread(null, () -> render.run(markdown), "markdown", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return Sanitiser.clean(render.html.get(deadline.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException late) {
      render.abandon();
      thread.interrupt();
      return plain(markdown, "Laying out took too long.");
    } catch (ExecutionException failed) {
      return plain(markdown, "This text could not be laid out.");
    } catch (InterruptedException interrupted) {
      render.abandon();
      Thread.currentThread().interrupt();
      return plain(markdown, "Laying out was interrupted.");
    }
  }

  static String plain(String markdown, String note) {
    return Sanitiser.clean(
        "<p><em>%s</em></p><pre>%s</pre>"
            .formatted(
                note, markdown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")));
  }

  private static UnaryOperator<String> flexmark() {
    var options =
        new MutableDataSet()
            .set(
                Parser.EXTENSIONS,
                List.of(
                    TablesExtension.create(),
                    TaskListExtension.create(),
                    StrikethroughExtension.create()))
            .set(TaskListExtension.ITEM_DONE_MARKER, "☑ ")
            .set(TaskListExtension.ITEM_NOT_DONE_MARKER, "☐ ");
    var parser = Parser.builder(options).build();
    var renderer = HtmlRenderer.builder(options).build();
    return markdown -> renderer.render(parser.parse(markdown));
  }

  /** One render in its own thread. */
  private final class Render {
    private final CompletableFuture<String> html = new CompletableFuture<>();
    private boolean left;
    private boolean over;

    void run(String markdown) {
      try {
        html.complete(engine.apply(markdown));
      } catch (RuntimeException | StackOverflowError failed) {
        html.completeExceptionally(failed);
      } finally {
        end();
      }
    }

    private synchronized void end() {
      over = true;
      if (left) {
        abandoned.decrementAndGet();
      } else {
        workers.release();
      }
    }

    synchronized void abandon() {
      if (!over) {
        left = true;
        abandoned.incrementAndGet();
        abandonments.increment();
        workers.release();
      }
    }
  }
}
