package farol.console.incidents;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import farol.console.frame.MainLayout;
import farol.console.ui.Live;
import farol.console.ui.Topic;
import farol.incidents.room.IncidentBoard;
import farol.incidents.room.RoomView;
import jakarta.annotation.security.PermitAll;

/** The room of an incident: who commands, what happened, what customers know, what to do next. */
@PermitAll
@Route(value = "incidents/:number([0-9]{1,9})", layout = MainLayout.class)
class IncidentRoomView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private final transient IncidentBoard board;
  private final transient RoomServices services;
  private final RoomHead head;
  private final RoomTabs tabs = new RoomTabs(this);
  private final RoomPeople people;
  private final RoomTimeline timeline;
  private final RoomDoing doing;
  private String title = "Incident, Farol";
  private long number;

  IncidentRoomView(IncidentBoard board, RoomServices services, Live live) {
    this.board = board;
    this.services = services;
    head = new RoomHead(services, this::draw);
    people = new RoomPeople(services, this::draw);
    timeline = new RoomTimeline(services, this::draw);
    doing = new RoomDoing(services, this::draw);
    addClassName("f-room");
    var columns = new Div(people, timeline, doing);
    columns.addClassName("f-roomcols");
    add(head, tabs, columns);
    live.on(this, Topic.INCIDENTS, this::draw);
    live.on(this, Topic.ALERTS, this::draw);
    live.on(this, Topic.STATUS_PAGE, this::draw);
    live.on(this, Topic.RUNBOOKS, this::draw);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    number = event.getRouteParameters().getLong("number").orElse(0L);
    var room = board.room(number);
    if (room.isEmpty()) {
      event.rerouteToError(NotFoundException.class);
      return;
    }
    show(room.get());
  }

  private void draw() {
    board.room(number).ifPresent(this::show);
  }

  private void show(RoomView room) {
    title = "%s %s, Farol".formatted(room.incident().key(), room.incident().title());
    head.show(room);
    people.show(room);
    timeline.show(room);
    doing.show(room);
    tabs.show(doing.waiting(room));
    getElement().setAttribute("data-viewer", services.viewer().person().handle());
  }

  @Override
  public String getPageTitle() {
    return title;
  }
}
