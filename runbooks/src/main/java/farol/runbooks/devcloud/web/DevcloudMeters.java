package farol.runbooks.devcloud.web;

import farol.runbooks.devcloud.Cloud;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** What Farol measures of the simulated platform itself. */
@Component
class DevcloudMeters {
  private final MeterRegistry meters;

  DevcloudMeters(MeterRegistry meters, Cloud cloud) {
    this.meters = meters;
    Gauge.builder("farol.devcloud.apps", cloud, Cloud::countApps)
        .description("Apps on the simulated platform.")
        .register(meters);
  }

  void request(String route, int status, long startedNanos) {
    meters
        .timer(
            "farol.devcloud.requests",
            "route",
            route,
            "status",
            status == 0 ? "lost" : String.valueOf(status))
        .record(System.nanoTime() - startedNanos, TimeUnit.NANOSECONDS);
  }
}
