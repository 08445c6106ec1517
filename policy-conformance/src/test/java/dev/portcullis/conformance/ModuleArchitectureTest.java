package dev.portcullis.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The modules read each other in one direction: the API is what they share. */
class ModuleArchitectureTest {
  private static final String ROOT = "dev.portcullis.";
  private static final String[] ENGINE = {
    ROOT + "rego..",
    ROOT + "builtins",
    ROOT + "bundle..",
    ROOT + "document..",
    ROOT + "engine..",
    ROOT + "gatekeeper..",
    ROOT + "testing.."
  };
  private static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(testsLeftOut()).importPackages("dev.portcullis");

  private static ImportOption testsLeftOut() {
    String tests =
        ModuleArchitectureTest.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return location -> !location.contains(tests);
  }

  @ParameterizedTest
  @ValueSource(strings = {"api", "stdlib", "builtins.ext"})
  void whatHostsMayUseAloneDoesNotNeedTheEngine(String part) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + part + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ENGINE)
        .check(CLASSES);
  }

  @Test
  void theApiStandsAlone() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "api..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + "builtins..", ROOT + "stdlib..", ROOT + "cli..")
        .check(CLASSES);
  }

  @Test
  void theEngineFindsBuiltinsAndPacksByTheirInterfaces() {
    noClasses()
        .that()
        .resideInAnyPackage(ENGINE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + "builtins.ext..", ROOT + "stdlib..", ROOT + "cli..")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineKnowsTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + "cli..", "picocli..")
        .check(CLASSES);
  }
}
