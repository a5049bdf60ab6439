package farol.statuspage.renderer;

/**
 * Which moment a page is drawn for.
 *
 * @param sequence the number of the set
 * @param content changes only when the meaning of the page does
 * @param aged whether nothing has been heard since: everything is unknown
 */
record Moment(long sequence, String content, boolean aged) {}
