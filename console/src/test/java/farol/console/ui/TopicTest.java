package farol.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import farol.alerting.alert.AlertTriggered;
import farol.alerting.notify.PageSent;
import farol.incidents.command.IncidentResolved;
import farol.statuspage.incident.PostPublished;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicTest {
  record Row(Class<?> event, Topic topic) {}

  static Row[] rows() {
    return new Row[] {
      new Row(AlertTriggered.class, Topic.ALERTS),
      new Row(PageSent.class, Topic.ALERTS),
      new Row(IncidentResolved.class, Topic.INCIDENTS),
      new Row(PostPublished.class, Topic.STATUS_PAGE)
    };
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyEventOfARoomWakesItsTopicAndNoOther(Row row) {
    var woken = Arrays.stream(Topic.values()).filter(topic -> topic.covers(row.event()));

    assertThat(woken).containsExactly(row.topic());
  }
}
