package farol.runbooks.devcloud.metrics;

import farol.runbooks.devcloud.DynoState;
import java.util.List;

/** Everything counted about one app, as one vector: totals, or what a second adds to them. */
final class Totals {
  private static final List<RouterError> ERRORS = List.of(RouterError.values());
  private static final int BUCKETS = 1 + ERRORS.size();
  private static final int COUNT = BUCKETS + Latency.EDGES.length;
  private static final int SUM = COUNT + 1;

  /** How long a request waits before the router gives it up. */
  private static final double TIMEOUT_SECONDS = 30;

  private final double[] values;

  private Totals(double[] values) {
    this.values = values;
  }

  static Totals zero() {
    return new Totals(new double[SUM + 1]);
  }

  Totals copy() {
    return new Totals(values.clone());
  }

  /** What one second adds while a step holds and this much is offered. */
  static Totals perSecond(AppLoad.Step step, double offered) {
    var flow = zero();
    var up = step.in(DynoState.UP);
    if (step.regionDown()) {
      flow.fail(RouterError.H99, offered);
    } else if (step.maintenance()) {
      flow.fail(RouterError.H80, offered);
    } else if (up == 0) {
      flow.fail(whyNone(step), offered);
    } else {
      flow.serve(step, offered, up);
    }
    return flow;
  }

  /** Why an app without a running web dyno does not answer. */
  static RouterError whyNone(AppLoad.Step step) {
    if (step.in(DynoState.CRASHED) > 0) {
      return RouterError.H10;
    } else if (step.in(DynoState.STARTING) > 0) {
      return RouterError.H12;
    }
    return step.in(DynoState.DOWN) > 0 ? RouterError.H99 : RouterError.H14;
  }

  private void serve(AppLoad.Step step, double offered, int up) {
    var traffic = step.traffic();
    var capacity = up * traffic.capacityPerDyno();
    var served = Math.min(offered, capacity);
    var latency =
        Latency.of(
            capacity * traffic.serviceSeconds(), traffic.serviceSeconds(), offered / capacity);
    values[0] += served;
    for (var i = 0; i < Latency.EDGES.length; i++) {
      values[BUCKETS + i] += served * latency.share(i);
    }
    values[COUNT] += served;
    values[SUM] += served * latency.mean();
    fail(RouterError.H12, offered - served);
  }

  /** Only a request that waited until its time-out counts in the histogram, beyond all edges. */
  private void fail(RouterError error, double offered) {
    values[1 + ERRORS.indexOf(error)] += offered;
    if (error == RouterError.H12) {
      values[COUNT] += offered;
      values[SUM] += offered * TIMEOUT_SECONDS;
    }
  }

  void add(Totals flow, double seconds) {
    for (var i = 0; i < values.length; i++) {
      values[i] += flow.values[i] * seconds;
    }
  }

  double served() {
    return values[0];
  }

  double failed(RouterError error) {
    return values[1 + ERRORS.indexOf(error)];
  }

  double failed() {
    var sum = 0.0;
    for (var error : RouterError.values()) {
      sum += failed(error);
    }
    return sum;
  }

  /** Answers at or below the edge of this index; the index after the last is infinity. */
  double bucket(int edge) {
    return values[BUCKETS + edge];
  }

  double count() {
    return values[COUNT];
  }

  double sum() {
    return values[SUM];
  }
}
