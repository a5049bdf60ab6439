package farol.console.incidents;

import farol.incidents.retrospective.Retrospectives;
import farol.incidents.room.ReviewPage;

/** Writes on the revision that was read: two writers do not overwrite each other. */
final class ReviewWriting {
  private ReviewWriting() {}

  static void write(ReviewPage page, ReviewServices services, Retrospectives.Writing writing) {
    services
        .retrospectives()
        .write(
            services.viewer().actor(),
            page.incident().id(),
            Long.toString(page.retrospective().revision()),
            writing,
            services.viewer().times().now());
  }
}
