package dev.portcullis.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packages of the engine read each other in one direction. */
class EngineArchitectureTest {
  private static final String ROOT = "dev.portcullis.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(testsLeftOut()).importPackages("dev.portcullis");

  private static ImportOption testsLeftOut() {
    String tests =
        EngineArchitectureTest.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return location -> !location.contains(tests);
  }

  /** What a stage may read of the engine; everything may read the API. */
  @ParameterizedTest(name = "{0} reads {1}")
  @CsvSource({
    "rego.text, ''",
    "rego.number, ''",
    "cache, ''",
    "rego.regex, cache",
    "rego.glob, cache rego.regex",
    "rego.token, rego.text",
    "rego.ast, rego.text",
    "rego.parser, rego.text rego.token rego.ast",
    "rego.analysis, rego.text rego.ast",
    "rego.plan, rego.text rego.ast rego.analysis",
    "rego.optimize, rego.text rego.plan",
    "rego.runtime, rego.text rego.plan rego.number rego.regex rego.glob",
    "rego.interpret, rego.text rego.plan rego.runtime",
    "rego.code, rego.text rego.plan rego.runtime",
    "document, ''",
    "builtins, document rego.number rego.regex rego.glob rego.parser rego.ast rego.text",
    "bundle, document rego.text rego.ast rego.parser",
  })
  void aPackageReadsOnlyWhatStandsBeforeIt(String part, String read) {
    List<String> allowed = new ArrayList<>();
    allowed.add(ROOT + part + "..");
    allowed.add(ROOT + "api..");
    for (String other : read.isEmpty() ? new String[0] : read.split(" ")) {
      allowed.add(ROOT + other + "..");
    }
    classes()
        .that()
        .resideInAPackage(ROOT + part + "..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(allowed.toArray(String[]::new)).or(outsideTheProject()))
        .check(CLASSES);
  }

  @Test
  void regoKnowsNothingOfThoseThatUseIt() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "rego..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + "builtins..",
            ROOT + "bundle..",
            ROOT + "document..",
            ROOT + "engine..",
            ROOT + "gatekeeper..")
        .check(CLASSES);
  }

  @Test
  void gatekeeperCompilesThroughTheProgramOnly() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "gatekeeper..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + "rego.token..",
            ROOT + "rego.analysis..",
            ROOT + "rego.plan..",
            ROOT + "rego.interpret..",
            ROOT + "rego.code..",
            ROOT + "engine..")
        .check(CLASSES);
  }

  @Test
  void partsOfRegoHaveNoCycles() {
    slices().matching(ROOT + "rego.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void partsOfTheEngineHaveNoCycles() {
    slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void partsOfDocumentsHaveNoCycles() {
    slices().matching(ROOT + "document.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void aLibraryWritesNothingToTheConsole() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "cli..", ROOT + "bench..", ROOT + "examples..")
        .should(ACCESS_STANDARD_STREAMS)
        .check(CLASSES);
  }

  @Test
  void failuresHaveTypesOfTheirOwn() {
    NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(CLASSES);
  }

  @Test
  void everyPackageSaysWhatMayBeNull() {
    List<String> unmarked =
        CLASSES.stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(found -> !found.getClasses().isEmpty())
            .filter(found -> !found.isAnnotatedWith(NullMarked.class))
            .map(found -> found.getName())
            .sorted()
            .toList();

    assertThat(CLASSES.size()).isGreaterThan(100);
    assertThat(unmarked).isEmpty();
  }

  private static DescribedPredicate<JavaClass> outsideTheProject() {
    return describe(
        "outside the project", found -> !found.getPackageName().startsWith("dev.portcullis"));
  }
}
