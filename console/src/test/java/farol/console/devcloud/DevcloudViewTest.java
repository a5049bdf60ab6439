package farol.console.devcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import farol.console.HouseTest;
import farol.runbooks.devcloud.DevcloudDesk;
import farol.runbooks.devcloud.FaultKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@HouseTest
class DevcloudViewTest extends SpringBrowserlessTest {
  @Autowired AuthenticationProvider signIn;
  @Autowired DevcloudDesk desk;

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

  private void press(String text) {
    find(Button.class).all().stream()
        .filter(button -> button.getText().equals(text))
        .findFirst()
        .orElseThrow()
        .click();
  }

  private static String text(Component view) {
    return view.getElement().getTextRecursively();
  }

  @Test
  void showsEveryAppInItsRegionWithItsDynosByZone() {
    var view = navigate(DevcloudView.class);

    assertThat(text(view))
        .contains("us-east", "eu-west", "checkout-us", "logs-eu", "us-east-1b", "% used");
    assertThat(find(RegionTable.class).all()).hasSize(2);
  }

  @Test
  void losesAZoneAndTakesTheFaultBack() {
    var view = navigate(DevcloudView.class);

    press("Add a fault");
    press("Add");

    assertThat(desk.faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.kind()).isEqualTo(FaultKind.ZONE_LOSS));
    assertThat(text(view)).contains("zone-loss in us-east-1b", "Lost", "until it is removed");

    press("Remove");

    assertThat(desk.faults()).isEmpty();
    assertThat(text(view)).doesNotContain("Lost").contains("Nothing goes wrong on purpose.");
  }
}
