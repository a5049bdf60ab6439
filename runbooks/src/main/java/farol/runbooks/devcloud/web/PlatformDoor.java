package farol.runbooks.devcloud.web;

import farol.runbooks.devcloud.ApiProblem;
import farol.runbooks.devcloud.DynoSize;
import farol.runbooks.devcloud.Hash;
import farol.runbooks.devcloud.Region;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the platform itself offers: account, regions, stacks, dyno sizes. */
@Component("devcloudPlatformDoor")
class PlatformDoor implements Door {
  private static final Listing<Region> REGIONS =
      new Listing<>(Map.of("id", region -> region.id().toString()), Shapes::region);
  private static final Listing<DynoSize> SIZES =
      new Listing<>(Map.of("id", size -> size.id().toString()), Shapes::size);
  private static final Listing<String> STACKS =
      new Listing<>(Map.of("id", stack -> Hash.id("stack", stack).toString()), _ -> Shapes.stack());

  @Override
  public List<Route> routes() {
    return List.of(
        new Route("GET", "/account", call -> Reply.json(200, Shapes.account(call.account()))),
        new Route("GET", "/users/{user}", PlatformDoor::user),
        new Route("GET", "/regions", call -> REGIONS.answer(call, List.of(Region.values()))),
        new Route("GET", "/regions/{region}", PlatformDoor::region),
        new Route("GET", "/stacks", call -> STACKS.answer(call, List.of(Shapes.STACK))),
        new Route("GET", "/stacks/{stack}", PlatformDoor::stack),
        new Route("GET", "/dyno-sizes", call -> SIZES.answer(call, List.of(DynoSize.values()))),
        new Route("GET", "/dyno-sizes/{size}", PlatformDoor::size));
  }

  private static Reply user(Call call) {
    var account = call.account();
    if (List.of("~", account.email(), account.id().toString()).contains(call.parameter("user"))) {
      return Reply.json(200, Shapes.account(account));
    }
    throw ApiProblem.notFound("user");
  }

  private static Reply region(Call call) {
    return Region.named(call.parameter("region"))
        .map(region -> Reply.json(200, Shapes.region(region)))
        .orElseThrow(() -> ApiProblem.notFound("region"));
  }

  private static Reply stack(Call call) {
    var name = call.parameter("stack");
    if (name.equals(Shapes.STACK) || name.equals(Hash.id("stack", Shapes.STACK).toString())) {
      return Reply.json(200, Shapes.stack());
    }
    throw ApiProblem.notFound("stack");
  }

  private static Reply size(Call call) {
    return DynoSize.named(call.parameter("size"))
        .map(size -> Reply.json(200, Shapes.size(size)))
        .orElseThrow(() -> ApiProblem.notFound("dyno size"));
  }
}
