package org.wangge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The import rules of what client and server share (ARCHITECTURE.md). */
class ArchitectureTest {
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.wangge");
  private static final String JACKSON = "com.fasterxml.jackson..";

  private static void mayUse(String name, String... others) {
    List<String> allowed = new ArrayList<>(List.of(others));
    allowed.add("java..");
    allowed.add("org.wangge." + name);
    classes()
        .that()
        .resideInAPackage("org.wangge." + name + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(String[]::new))
        .check(MODULE);
  }

  @Test
  void everyPackageUsesOnlyWhatItsPlaceAllows() {
    mayUse("problem");
    mayUse("pinyin", "net.sourceforge.pinyin4j..");
    mayUse("catalogue", "org.wangge.problem", JACKSON);
    mayUse("record", "org.wangge.catalogue", "org.wangge.problem");
    mayUse("validation", "org.wangge.catalogue", "org.wangge.record", "org.wangge.problem");
    mayUse(
        "wire",
        "org.wangge.catalogue",
        "org.wangge.record",
        "org.wangge.validation",
        "org.wangge.problem",
        JACKSON);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.wangge.(**)").should().beFreeOfCycles().check(MODULE);
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
  void nobodyStartsAThread() {
    noClasses().should().callConstructor(Thread.class).check(MODULE);
    noClasses().should().callConstructor(Thread.class, Runnable.class).check(MODULE);
    noClasses().should().dependOnClassesThat().areAssignableTo(Thread.Builder.class).check(MODULE);
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
