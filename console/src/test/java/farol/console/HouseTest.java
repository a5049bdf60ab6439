package farol.console;

import farol.FarolApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestPropertySource;

/**
 * The whole house with the demo platform, on its embedded PostgreSQL and on free ports; every test
 * class that carries it shares one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = FarolApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(
    properties = {
      "farol.home=target/house-${random.uuid}",
      "farol.demo=true",
      "farol.welcome=false",
      "farol.admin-password=lighthouse",
      "farol.api-token=" + HouseTest.ADMIN_TOKEN,
      "farol.status.port=0",
      "farol.devcloud.port=0",
      "vaadin.productionMode=true"
    })
public @interface HouseTest {
  String ADMIN_TOKEN = "an-administrator-token-of-the-tests";
}
