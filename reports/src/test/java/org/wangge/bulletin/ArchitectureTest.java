package org.wangge.bulletin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The import rules of the module (ARCHITECTURE.md). */
class ArchitectureTest {

  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.wangge");

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.wangge.(**)").should().beFreeOfCycles().check(MODULE);
  }

  @Test
  void theReportEngineIsKnownToOnePackage() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.wangge.bulletin.jasper")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("net.sf.jasperreports..", "com.lowagie..")
        .check(MODULE);
  }

  @Test
  void theSpreadsheetLibraryIsKnownToOnePackage() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.wangge.bulletin.workbook")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.poi..")
        .check(MODULE);
  }

  @Test
  void theModuleKnowsNoDatabaseNoNetworkAndNoWindow() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.sql..", "javax.sql..", "org.jooq..", "java.net..", "javafx..", "java.nio.file..")
        .check(MODULE);
  }

  @Test
  void theModuleKnowsNothingElseOfOurs() {
    classes()
        .that()
        .resideInAPackage("org.wangge..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.wangge.bulletin..",
            "java..",
            "net.sf.jasperreports..",
            "org.apache.poi..",
            "org.slf4j..")
        .check(MODULE);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Service|Manager|Helper|Utils?|Impl)(\\$.*)?")
        .check(MODULE);
  }

  @Test
  void nothingIsWrittenToTheConsole() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(MODULE);
  }

  @Test
  void everyPackageSaysItsPurpose() {
    Set<String> silent = new TreeSet<>();
    for (JavaPackage each : MODULE.getDefaultPackage().getSubpackagesInTree()) {
      if (!each.getClasses().isEmpty() && each.getName().startsWith("org.wangge")) {
        String resource = "/" + each.getName().replace('.', '/') + "/package-info.class";
        if (getClass().getResource(resource) == null) {
          silent.add(each.getName());
        }
      }
    }
    assertThat(silent).isEmpty();
  }
}
