package farol;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Starts the house: every room in one process. */
@SpringBootApplication
@Modulithic(systemName = "Farol")
public class FarolApplication {
  public static void main(String[] args) {
    SpringApplication.run(FarolApplication.class, args);
  }
}
