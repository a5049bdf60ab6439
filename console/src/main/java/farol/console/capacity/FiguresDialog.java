package farol.console.capacity;

import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import farol.alerting.door.Refusal;
import farol.capacity.pool.Pool;
import farol.capacity.pool.Pools;
import farol.console.ui.AskDialog;
import farol.console.ui.Toast;
import farol.console.ui.Viewer;
import org.jspecify.annotations.Nullable;

/** What a planner states of a pool. */
class FiguresDialog extends AskDialog {
  FiguresDialog(Viewer viewer, Pools pools, Pool pool, Runnable changed) {
    this(viewer, pools, pool, changed, new Form(pool));
  }

  private FiguresDialog(Viewer viewer, Pools pools, Pool pool, Runnable changed, Form form) {
    super(
        "State figures of " + pool.key(),
        "State",
        () -> {
          pools.change(viewer.actor(), pool.key(), form::of);
          Toast.show("%s carries what you stated.".formatted(pool.key()));
          changed.run();
        },
        form.safeRate,
        form.leadTime,
        form.hosts,
        form.quota);
    refusal().field("leadTimeDays", form.leadTime);
  }

  private static final class Form {
    private final NumberField safeRate = new NumberField("Safe rate");
    private final IntegerField leadTime = whole("Lead time in days", null);
    private final IntegerField hosts =
        whole("Hosts carry at most", "Dynos; empty where nobody said");
    private final IntegerField quota = whole("Quota", "Dynos; empty where nobody said");

    Form(Pool pool) {
      safeRate.setHelperText("Requests per second that one dyno carries while latency holds");
      safeRate.setWidthFull();
      if (pool.safeRate() != null) {
        safeRate.setValue(pool.safeRate());
      }
      leadTime.setValue(pool.leadTimeDays());
      if (pool.hosts() != null) {
        hosts.setValue(pool.hosts());
      }
      if (pool.quota() != null) {
        quota.setValue(pool.quota());
      }
    }

    Pool of(Pool before) {
      var days = leadTime.getValue();
      if (days == null) {
        throw Refusal.invalid("leadTimeDays", "is 0 to 365 days");
      }
      return new Pool(
          before.id(),
          before.key(),
          before.platform(),
          before.zones(),
          before.dynos(),
          before.seenAt(),
          safeRate.getValue(),
          before.drainedShare(),
          days,
          hosts.getValue(),
          quota.getValue());
    }

    private static IntegerField whole(String label, @Nullable String helper) {
      var field = new IntegerField(label);
      field.setWidthFull();
      if (helper != null) {
        field.setHelperText(helper);
      }
      return field;
    }
  }
}
