package farol.checklists.gate;

import farol.alerting.catalog.Service;

/** Asked where a service stands; answered by the lifecycle board. */
public interface Subjects {
  Subject of(Service service);
}
