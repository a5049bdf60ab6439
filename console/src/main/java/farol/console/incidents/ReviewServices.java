package farol.console.incidents;

import farol.alerting.catalog.Catalog;
import farol.console.ui.Viewer;
import farol.incidents.actions.Actions;
import farol.incidents.retrospective.Retrospectives;
import org.springframework.stereotype.Component;

/** What the parts of a retrospective act through, and for whom. */
@Component
record ReviewServices(
    Viewer viewer, Catalog catalog, Retrospectives retrospectives, Actions actions) {}
