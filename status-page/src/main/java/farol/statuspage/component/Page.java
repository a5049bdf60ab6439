package farol.statuspage.component;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * The settings of the page.
 *
 * @param url the address readers use, ending in a slash
 * @param places decimals of every percent, 2 or 3
 * @param noticeHours how long ahead a maintenance is announced to count as such
 * @param validForSeconds how long a snapshot may be believed
 */
public record Page(
    String id,
    String name,
    String url,
    ZoneId timeZone,
    int places,
    Weights weights,
    int noticeHours,
    int validForSeconds,
    int overrunGraceMinutes,
    boolean secondPersonApproves,
    List<String> allowedNetworks,
    String consoleUrl,
    Instant createdAt,
    Instant updatedAt) {
  public static final int VALID_FOR_MIN = 6;
  public static final int VALID_FOR_MAX = 3_600;
  public static final int NOTICE_HOURS_MAX = 24 * 365;
  public static final int GRACE_MINUTES_MAX = 24 * 60;

  public Page {
    if (places != 2 && places != 3) {
      throw new IllegalArgumentException("places is 2 or 3, not " + places);
    }
    within("validForSeconds", validForSeconds, VALID_FOR_MIN, VALID_FOR_MAX);
    within("noticeHours", noticeHours, 0, NOTICE_HOURS_MAX);
    within("overrunGraceMinutes", overrunGraceMinutes, 0, GRACE_MINUTES_MAX);
    allowedNetworks = List.copyOf(allowedNetworks);
  }

  private static void within(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s is %d to %d, not %d".formatted(what, least, most, value));
    }
  }

  /** The address of a path of the page. */
  public String address(String path) {
    return (url.endsWith("/") ? url : url + "/")
        + (path.startsWith("/") ? path.substring(1) : path);
  }
}
