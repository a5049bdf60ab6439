package farol.console.incidents;

import farol.alerting.catalog.Catalog;
import farol.console.ui.Viewer;
import farol.incidents.command.CommandDesk;
import farol.incidents.command.IncidentRoles;
import farol.incidents.command.Incidents;
import farol.incidents.command.PublicWords;
import farol.incidents.command.Sitreps;
import farol.incidents.command.Transitions;
import farol.incidents.timeline.Timeline;
import farol.runbooks.library.RunbookLibrary;
import farol.statuspage.component.Components;
import org.springframework.stereotype.Component;

/** What the parts of a room act through, and for whom. */
@Component
record RoomServices(
    Viewer viewer,
    Catalog catalog,
    CommandDesk command,
    Incidents incidents,
    IncidentRoles roles,
    Transitions transitions,
    Sitreps sitreps,
    PublicWords words,
    Timeline timeline,
    Components components,
    RunbookLibrary library) {}
