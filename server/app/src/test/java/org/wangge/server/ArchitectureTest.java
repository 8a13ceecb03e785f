package org.wangge.server;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The import rules of the server (ARCHITECTURE.md). */
class ArchitectureTest {
  private static final String SERVER = "org.wangge.server";

  /** What each package of the server may import of its neighbours; what is not here, nobody may. */
  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("access", Set.of()),
          Map.entry("calendar", Set.of()),
          Map.entry("database", Set.of()),
          Map.entry("settings", Set.of()),
          Map.entry("certificates", Set.of("settings")),
          Map.entry("jobs", Set.of("access")),
          Map.entry("store", Set.of("access", "database")),
          Map.entry("accounts", Set.of("access", "settings", "store")),
          Map.entry("areas", Set.of("access", "store")),
          Map.entry("audit", Set.of("access", "store")),
          Map.entry("records", Set.of("access", "store")),
          Map.entry("events", Set.of("access", "calendar", "store")),
          Map.entry("imports", Set.of("access", "jobs", "store")),
          Map.entry("catalogue", Set.of("access", "store")),
          Map.entry("visits", Set.of("access", "store")),
          Map.entry("exports", Set.of("access", "jobs", "store")),
          Map.entry("bulletins", Set.of("access", "calendar", "jobs", "store")),
          Map.entry(
              "demo",
              Set.of(
                  "access",
                  "accounts",
                  "calendar",
                  "database",
                  "events",
                  "imports",
                  "jobs",
                  "store")),
          Map.entry(
              "http",
              Set.of(
                  "access",
                  "accounts",
                  "areas",
                  "audit",
                  "bulletins",
                  "catalogue",
                  "events",
                  "exports",
                  "imports",
                  "jobs",
                  "records",
                  "settings",
                  "visits")));

  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/store/schema/"))
          .importPackages(SERVER);

  @Test
  void packagesImportOnlyWhatTheyMay() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass one : MODULE) {
      String from = neighbour(one);
      for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
        String to = neighbour(dependency.getTargetClass().getBaseComponentType());
        boolean ours =
            dependency.getTargetClass().getBaseComponentType().getPackageName().startsWith(SERVER);
        if (ours && !from.isEmpty() && !from.equals(to)) {
          if (!MAY_IMPORT.getOrDefault(from, Set.of()).contains(to)) {
            wrong.add(from + " -> " + to + ": " + dependency.getDescription());
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(SERVER + ".(*)..").should().beFreeOfCycles().check(MODULE);
  }

  @Test
  void theEngineIsKnownToOnePackage() {
    onlyIn(Set.of("database"), "org.apache.derby..", "org.flywaydb..", "com.zaxxer..");
  }

  @Test
  void theSqlLibraryAndJdbcAreKnownToTwoPackages() {
    onlyIn(Set.of("store"), "org.jooq..");
    onlyIn(Set.of("store", "database"), "java.sql..", "javax.sql..");
  }

  @Test
  void theHttpStackIsKnownToOnePackage() {
    onlyIn(Set.of("http"), "io.helidon..");
    onlyIn(Set.of(), "java.net.http..", "com.sun.net.httpserver..");
  }

  @Test
  void theCommandLineAndTheLogAreSetUpAtTheTop() {
    onlyIn(Set.of(""), "picocli..", "ch.qos.logback..");
  }

  @Test
  void paperSpreadsheetsAndWindowsBelongToOtherModules() {
    onlyIn(Set.of(), "net.sf.jasperreports..", "org.apache.poi..", "org.dhatim..", "javafx..");
  }

  @Test
  void threadsComeFromExecutors() {
    noClasses()
        .should()
        .callConstructorWhere(
            describe(
                "a thread is made by hand",
                call -> call.getTargetOwner().isAssignableTo(Thread.class)))
        .check(MODULE);
  }

  @Test
  void onlyTheCommandLineWritesToTheConsole() {
    noClasses().that().resideOutsideOfPackage(SERVER).should(ACCESS_STANDARD_STREAMS).check(MODULE);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Service|Manager|Helper|Utils?|Impl)(\\$.*)?")
        .check(MODULE);
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    Set<String> silent = new TreeSet<>();
    for (JavaClass one : MODULE) {
      JavaPackage home = one.getPackage();
      if (home.tryGetPackageInfo().isEmpty()) {
        silent.add(home.getName());
      }
    }
    assertThat(silent).isEmpty();
  }

  /** The part of the server a class belongs to; empty at the top. */
  private static String neighbour(JavaClass one) {
    String name = one.getPackageName();
    return name.startsWith(SERVER + ".")
        ? name.substring(SERVER.length() + 1).replaceFirst("\\..*", "")
        : "";
  }

  private static void onlyIn(Set<String> neighbours, String... packages) {
    noClasses()
        .that(
            describe(
                "reside outside of " + neighbours, one -> !neighbours.contains(neighbour(one))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .allowEmptyShould(true)
        .check(MODULE);
  }
}
