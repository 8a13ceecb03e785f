package org.wangge.exchange;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rules of the design for this module. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.wangge.exchange");

  @Test
  void knowsNothingButTheApi() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.wangge.server..",
            "org.wangge.client..",
            "org.wangge.bulletin..",
            "org.wangge.printout..",
            "org.wangge.wire..")
        .check(CLASSES);
  }

  @Test
  void knowsNoDatabaseAndNoNetwork() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.sql..",
            "javax.sql..",
            "org.jooq..",
            "org.apache.derby..",
            "java.net.http..",
            "javafx..",
            "java.awt..")
        .check(CLASSES);
  }

  @Test
  void readingFilesKnowsNothingOfWhatTheyMean() {
    noClasses()
        .that()
        .resideInAPackage("org.wangge.exchange.sheet")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.wangge.exchange",
            "org.wangge.catalogue..",
            "org.wangge.validation..",
            "org.wangge.record..")
        .check(CLASSES);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching("org.wangge.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void classesAreNamedForWhatTheyAre() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Service")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .check(CLASSES);
  }

  @Test
  void startsNoThreadAndWritesToNoStream() {
    noClasses().should().callConstructor(Thread.class, Runnable.class).check(CLASSES);
    noClasses().should().accessField(System.class, "out").check(CLASSES);
    noClasses().should().accessField(System.class, "err").check(CLASSES);
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    for (String name : new String[] {"org.wangge.exchange", "org.wangge.exchange.sheet"}) {
      assertThat(
              ArchitectureTest.class
                  .getClassLoader()
                  .getResource(name.replace('.', '/') + "/package-info.class"))
          .as(name)
          .isNotNull();
    }
  }
}
