package farol.console.devcloud;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import farol.console.ui.SectionHead;
import farol.console.ui.Times;
import farol.runbooks.devcloud.LoggedRequest;
import java.util.List;

/** The newest requests to the platform's API. */
class RequestTicker extends Div {
  RequestTicker(List<LoggedRequest> requests, Times times) {
    addClassName("f-section");
    add(new SectionHead("Requests", requests.isEmpty() ? "none yet" : "newest first"));
    requests.forEach(request -> add(row(request, times)));
  }

  private static Div row(LoggedRequest request, Times times) {
    var path = new Span(request.method() + " " + request.path());
    path.addClassName("dc-path");
    path.getElement().setAttribute("title", request.method() + " " + request.path());
    var status = request.status();
    var end = new Span(status == null ? "no answer" : String.valueOf(status));
    end.addClassName("f-meta");
    var row = new Div(times.atSecond(request.at()), path, end);
    row.addClassName("dc-request");
    return row;
  }
}
