package farol.console.statuspage;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import farol.console.ui.RefusalLine;
import farol.console.ui.SectionHead;
import farol.console.ui.Viewer;
import farol.statuspage.incident.Impact;
import farol.statuspage.incident.Post;
import farol.statuspage.incident.PostTexts;
import farol.statuspage.incident.Posts;
import farol.statuspage.incident.PublicIncident;
import farol.statuspage.incident.PublicIncidents;
import farol.statuspage.incident.PublicStatus;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of a post. The text is ready as soon as a component and its state are picked. */
class PostSheet extends Div {
  private final transient Desk desk;
  private final transient @Nullable PublicIncident incident;
  private final PostPreview preview;
  private final TextField title = new TextField("Name of the incident");
  private final Select<Impact> impact = new Select<>();
  private final Select<PublicStatus> status = new Select<>();
  private final ComponentStates states;
  private final TextArea body = new TextArea("What customers read");
  private final PromiseChoice promise;
  private boolean typed;
  private boolean titled;

  PostSheet(Viewer viewer, Desk desk, @Nullable PublicIncident incident, PostPreview preview) {
    this.desk = desk;
    this.incident = incident;
    this.preview = preview;
    this.promise = new PromiseChoice(viewer, this::show);
    this.states = new ComponentStates(desk, incident, this::suggest);
    addClassName("f-form");
    fields();
    if (incident == null) {
      add(title, impact);
    }
    add(status, new SectionHead("Components, old to new"), states, body, promise);
    suggest();
  }

  private void fields() {
    title.setMaxLength(farol.statuspage.component.Texts.NAME_MAX);
    title.setValueChangeMode(ValueChangeMode.EAGER);
    title.addValueChangeListener(
        change -> {
          titled |= change.isFromClient();
          show();
        });
    impact.setLabel("Impact");
    impact.setItems(Impact.values());
    impact.setItemLabelGenerator(Impact::word);
    impact.setValue(Impact.MINOR);
    impact.addValueChangeListener(_ -> show());
    status.setLabel("Status");
    status.setItems(
        PublicStatus.INVESTIGATING,
        PublicStatus.IDENTIFIED,
        PublicStatus.MONITORING,
        PublicStatus.RESOLVED);
    status.setItemLabelGenerator(PublicStatus::word);
    status.setValue(next());
    status.addValueChangeListener(_ -> moved());
    body.setMaxLength(Post.BODY_MAX);
    body.setMinHeight("120px");
    body.setValueChangeMode(ValueChangeMode.EAGER);
    body.addValueChangeListener(
        change -> {
          typed |= change.isFromClient();
          show();
        });
  }

  private PublicStatus next() {
    var now = incident == null ? null : incident.status();
    return now == null ? PublicStatus.INVESTIGATING : now;
  }

  /** A resolution ends every state; other words keep what was picked. */
  private void moved() {
    if (status.getValue() == PublicStatus.RESOLVED) {
      states.allWell();
    }
    promise.setVisible(!status.getValue().isFinal());
    suggest();
  }

  /** Puts the ready text in place unless somebody typed their own. */
  private void suggest() {
    var named =
        states.told().stream()
            .map(one -> new PostTexts.Named(desk.componentName(one.id()), one.state()))
            .toList();
    if (!typed) {
      body.setValue(PostTexts.of(status.getValue(), named, regions()));
    }
    if (!titled && incident == null) {
      title.setValue(PostTexts.title(named, regions()));
    }
    show();
  }

  private void show() {
    preview.show(
        incident == null ? title.getValue() : incident.name(),
        incident == null ? impact.getValue() : incident.impact(),
        status.getValue(),
        body.getValue(),
        states.told().stream()
            .map(one -> new PostTexts.Named(desk.componentName(one.id()), one.state()))
            .toList(),
        status.getValue().isFinal() ? null : promise.at());
  }

  /** Lets refusals stand beside the fields they are about. */
  void bind(RefusalLine refusal) {
    refusal.field("name", title).field("body", body).field("status", status);
  }

  String title() {
    return title.getValue();
  }

  String impact() {
    return impact.getValue().code();
  }

  List<String> regions() {
    return incident == null ? List.of() : incident.regions();
  }

  List<PublicIncidents.Named> named() {
    return states.told().stream()
        .map(one -> new PublicIncidents.Named(one.id(), one.state().code()))
        .toList();
  }

  Posts.Statement statement(boolean publish) {
    var isLast = Objects.requireNonNull(status.getValue()).isFinal();
    return new Posts.Statement(
        status.getValue().code(),
        body.getValue(),
        isLast ? null : promise.at(),
        states.told().stream()
            .map(one -> new Posts.Said(one.id(), one.state().code(), null))
            .toList(),
        true,
        publish);
  }
}
