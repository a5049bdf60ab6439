package farol.console.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.NumberField;
import farol.capacity.demand.PoolKey;
import farol.capacity.pool.Pools;
import farol.console.HouseTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@HouseTest
class CapacityViewsTest extends SpringBrowserlessTest {
  private static final PoolKey POOL = new PoolKey("eu-west", "standard-1x");
  @Autowired AuthenticationProvider signIn;
  @Autowired Pools pools;

  @BeforeEach
  void signIn() {
    SecurityContextHolder.getContext()
        .setAuthentication(
            signIn.authenticate(
                UsernamePasswordAuthenticationToken.unauthenticated("eva", "caminho")));
  }

  @AfterEach
  void signOut() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void theOverviewNamesTheMethodAndEveryPool() {
    var overview = text(navigate(CapacityView.class));

    assertThat(overview)
        .contains(SourceLine.METHOD, "us-east/standard-2x", "us-east/standard-1x")
        .contains("eu-west/standard-2x", "eu-west/standard-1x");
  }

  @Test
  void aPlannerStatesWhatADynoCarries() {
    var page = navigate("capacity/eu-west/standard-1x", PoolView.class);

    button("State figures").click();
    find(NumberField.class).single().setValue(33.0);
    button("State").click();

    assertThat(pools.find(POOL).orElseThrow().pool().safeRate()).isEqualTo(33.0);
    assertThat(text(page)).contains("33/s a dyno, stated", "7 days", "40 dynos");
  }

  private Button button(String text) {
    return find(Button.class).all().stream()
        .filter(button -> button.getText().equals(text))
        .reduce((_, last) -> last)
        .orElseThrow(() -> new AssertionError("No button " + text));
  }

  private static String text(Component view) {
    return view.getElement().getTextRecursively();
  }
}
