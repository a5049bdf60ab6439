package farol.runbooks.devcloud;

import java.util.List;

/** Everything stored about one app, past generations of dynos included. */
public record Story(
    CloudApp app, List<CloudFormation> formation, List<CloudDyno> dynos, List<Setting> settings) {
  public Story {
    formation = List.copyOf(formation);
    dynos = List.copyOf(dynos);
    settings = List.copyOf(settings);
  }

  public Setting setting() {
    return settings.getLast();
  }
}
