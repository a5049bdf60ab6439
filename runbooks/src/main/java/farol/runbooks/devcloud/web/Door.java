package farol.runbooks.devcloud.web;

import java.util.List;

/** A resource of the Platform API with its links. */
interface Door {
  List<Route> routes();
}
