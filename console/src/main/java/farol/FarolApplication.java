package farol;

import farol.console.StartFailure;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/** Starts the house: every room in one process. */
// Rooms may use the same word for their own part: beans are told apart by their full names.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Modulithic(systemName = "Farol")
public class FarolApplication {
  public static void main(String[] args) {
    try {
      SpringApplication.run(FarolApplication.class, args);
    } catch (RuntimeException failed) {
      StartFailure.tell(failed);
    }
  }
}
