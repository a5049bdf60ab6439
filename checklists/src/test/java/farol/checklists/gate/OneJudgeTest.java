package farol.checklists.gate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class OneJudgeTest {
  @Test
  void nothingButTheEvaluationMakesAVerdict() {
    var room =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("farol.checklists");

    noClasses()
        .that()
        .doNotBelongToAnyOf(Evaluation.class)
        .should()
        .callConstructorWhere(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "a verdict", call -> call.getTargetOwner().isEquivalentTo(Verdict.class)))
        .check(room);
  }
}
