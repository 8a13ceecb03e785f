package org.wangge.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The import rules of the workstation (ARCHITECTURE.md). */
class ArchitectureTest {
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.wangge.client");

  /** What every page is made of; all other packages of the client are features. */
  private static final Set<String> COMMON =
      Set.of("ui", "settings", "workplace", "connection", "form", "table", "shell", "work");

  private static final String[] SHARED = {
    "java..",
    "javafx..",
    "org.slf4j..",
    "org.wangge.problem..",
    "org.wangge.pinyin..",
    "org.wangge.catalogue..",
    "org.wangge.record..",
    "org.wangge.validation..",
    "org.wangge.wire.."
  };

  private static void mayUse(String name, String... others) {
    List<String> allowed = new ArrayList<>(List.of(SHARED));
    allowed.addAll(List.of(others));
    allowed.add("org.wangge.client." + name);
    classes()
        .that()
        .resideInAPackage("org.wangge.client." + name)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(String[]::new))
        .check(MODULE);
  }

  private static Set<String> features() {
    Set<String> features = new TreeSet<>();
    for (JavaClass each : MODULE) {
      String[] parts = each.getPackageName().split("\\.", -1);
      if (parts.length > 3 && !COMMON.contains(parts[3])) {
        features.add(parts[3]);
      }
    }
    return features;
  }

  @Test
  void commonPartsUseOnlyWhatTheirPlaceAllows() {
    String ui = "org.wangge.client.ui";
    String workplace = "org.wangge.client.workplace";
    mayUse("settings");
    mayUse("ui", "atlantafx..", "org.controlsfx..");
    mayUse("workplace", ui);
    mayUse("form", ui, workplace);
    mayUse("table", ui, workplace);
    mayUse("connection", ui, "org.wangge.client.settings", "javax.net.ssl", "javax.crypto..");
    mayUse("shell", ui, "org.wangge.client.settings", "org.wangge.client.connection");
  }

  @Test
  void featuresDoNotSeeOneAnother() {
    Set<String> features = features();
    assertThat(features).contains("records", "outbox", "signin");
    for (String feature : features) {
      String[] others =
          features.stream()
              .filter(other -> !other.equals(feature))
              .map(other -> "org.wangge.client." + other + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage("org.wangge.client." + feature + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .check(MODULE);
    }
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.wangge.client.(*)..").should().beFreeOfCycles().check(MODULE);
  }

  @Test
  void onlyTheConnectionSpeaksHttp() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.wangge.client.connection")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..", "javax.net.ssl..", "java.sql..")
        .check(MODULE);
  }

  @Test
  void windowsAreWrittenInJavaAlone() {
    noClasses().should().dependOnClassesThat().resideInAnyPackage("javafx.fxml..").check(MODULE);
  }

  @Test
  void nobodyStartsAThread() {
    noClasses().should().callConstructor(Thread.class).check(MODULE);
    noClasses().should().callConstructor(Thread.class, Runnable.class).check(MODULE);
  }

  @Test
  void modelsKnowNoNodes() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Model")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx.scene..", "javafx.stage..")
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
  void nothingIsWrittenToTheConsoleExceptByTheLauncher() {
    noClasses()
        .that()
        .areNotAssignableTo(Launcher.class)
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(MODULE);
  }

  @Test
  void everyPackageSaysItsPurpose() {
    Set<String> silent = new TreeSet<>();
    for (JavaPackage each : MODULE.getDefaultPackage().getSubpackagesInTree()) {
      if (!each.getClasses().isEmpty() && each.getName().startsWith("org.wangge.client")) {
        String resource = "/" + each.getName().replace('.', '/') + "/package-info.class";
        if (getClass().getResource(resource) == null) {
          silent.add(each.getName());
        }
      }
    }
    assertThat(silent).isEmpty();
  }
}
