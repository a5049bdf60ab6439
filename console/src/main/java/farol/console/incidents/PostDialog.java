package farol.console.incidents;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import farol.alerting.door.Refusal;
import farol.console.ui.AskDialog;
import farol.console.ui.Toast;
import farol.incidents.command.CommandRole;
import farol.incidents.command.IncidentSeverity;
import farol.incidents.command.PostStatus;
import farol.incidents.command.PostTemplate;
import farol.incidents.command.PublicWords;
import farol.incidents.room.RoomView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What customers will read: the status, the text ready-made, what is hurt, the next word. */
class PostDialog {
  private static final List<Integer> PROMISES = List.of(10, 20, 30, 60);
  private static final int PROMISE_USUAL = 20;

  private final RoomServices services;
  private final RoomView room;
  private final Runnable redraw;
  private final RadioButtonGroup<PostStatus> status = new RadioButtonGroup<>("Status");
  private final Select<String> impact = new Select<>();
  private final AffectedPicker affected;
  private final TextArea body = new TextArea("Text");
  private final RadioButtonGroup<Integer> promise = new RadioButtonGroup<>("Next word in");
  private String offered = "";

  PostDialog(RoomServices services, RoomView room, Runnable redraw) {
    this.services = services;
    this.room = room;
    this.redraw = redraw;
    affected = new AffectedPicker(services.components().now());
    status.addThemeVariants(RadioGroupVariant.AURA_HORIZONTAL);
    promise.addThemeVariants(RadioGroupVariant.AURA_HORIZONTAL);
    status.setItems(PostStatus.values());
    status.setItemLabelGenerator(farol.console.ui.Words::title);
    status.addValueChangeListener(_ -> offerText());
    impact.setLabel("Impact");
    impact.setItems("none", "minor", "major", "critical");
    impact.setValue(usualImpact(room.incident().severity()));
    body.setMaxLength(PublicWords.BODY_MAX);
    body.setWidthFull();
    body.setHelperText("No guesses, no host names, no promised end.");
    promise.setItems(PROMISES);
    promise.setItemLabelGenerator(minutes -> minutes + " min");
    promise.setValue(PROMISE_USUAL);
    promise.addValueChangeListener(_ -> offerText());
    status.setValue(nextStatus());
  }

  /** Starts with the last word of all. */
  PostDialog finalWord() {
    status.setValue(PostStatus.RESOLVED);
    return this;
  }

  void open() {
    var dialog =
        new AskDialog(
            "Post for %s".formatted(room.incident().key()),
            mayPublish() ? "Publish" : "Save as draft",
            this::say,
            status,
            impact,
            affected,
            body,
            promise,
            hint());
    dialog.setWidth("620px");
    dialog.refusal().field("body", body).field("nextUpdateAt", promise).field("impact", impact);
    dialog.open();
    body.focus();
  }

  private Div hint() {
    var sentence =
        mayPublish()
            ? "On the status page within seconds."
            : "The commander or the deputy publishes it.";
    var hint = new Span(sentence);
    hint.addClassName("f-3");
    return new Div(hint);
  }

  private boolean mayPublish() {
    var person = services.viewer().person();
    var comms = room.holder(CommandRole.COMMS).filter(line -> services.viewer().is(line.person()));
    var ready = comms.isPresent() && isFirst() && body.getValue().equals(offered);
    return room.leads(person) || ready || nobodyYet();
  }

  /** Before anybody commands, the reporter may. */
  private boolean nobodyYet() {
    return room.commander() == null
        && room.incident().reporter().equals(services.viewer().person().id());
  }

  private boolean isFirst() {
    return room.silence().lastWordAt() == null;
  }

  private PostStatus nextStatus() {
    var state = room.publicState();
    var last = state == null ? null : state.status();
    if (last == null) {
      return PostStatus.INVESTIGATING;
    }
    return switch (room.incident().state()) {
      case MITIGATED -> PostStatus.MONITORING;
      case RESOLVED, IN_REVIEW, CLOSED -> PostStatus.RESOLVED;
      case TRIAGE, ACTIVE, DECLINED, CANCELLED, MERGED ->
          last.equals("investigating") ? PostStatus.IDENTIFIED : PostStatus.INVESTIGATING;
    };
  }

  private static String usualImpact(IncidentSeverity severity) {
    return switch (severity) {
      case SEV1 -> "critical";
      case SEV2 -> "major";
      case SEV3, SEV4 -> "minor";
      case SEV5 -> "none";
    };
  }

  /** Replaces the text unless somebody wrote over the ready-made one. */
  private void offerText() {
    var said = status.getValue();
    promise.setVisible(said != PostStatus.RESOLVED);
    affected.healed(said == PostStatus.RESOLVED);
    if (body.getValue().equals(offered)) {
      offered = PostTemplate.fitting(said, isFirst()).text(room.incident().title(), promisedAt());
      body.setValue(offered);
    }
  }

  private @Nullable Instant promisedAt() {
    var minutes = promise.getValue();
    return status.getValue() == PostStatus.RESOLVED || minutes == null
        ? null
        : services.viewer().times().now().plus(Duration.ofMinutes(minutes));
  }

  private void say() {
    if (body.getValue().isBlank()) {
      throw Refusal.invalid("body", "Say what customers should know");
    }
    var untouched = body.getValue().equals(offered);
    var fitting = PostTemplate.fitting(status.getValue(), isFirst());
    var publish = mayPublish();
    services
        .words()
        .say(
            services.viewer().actor(),
            room.incident().id(),
            new PublicWords.Word(
                status.getValue(),
                untouched ? null : body.getValue().strip(),
                untouched ? fitting : null,
                impact.getValue(),
                affected.states(),
                promisedAt(),
                publish),
            services.viewer().times().now());
    Toast.show(publish ? "Published. Customers read it within seconds." : "Saved as a draft.");
    redraw.run();
  }
}
