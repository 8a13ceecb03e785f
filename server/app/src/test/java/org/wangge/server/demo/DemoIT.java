package org.wangge.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.CatalogueFiles;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.server.access.Post;
import org.wangge.server.database.Database;
import org.wangge.server.database.DatabaseSettings;
import org.wangge.server.store.AreaStore;
import org.wangge.server.store.BulletinFigures;
import org.wangge.server.store.EventCounts;
import org.wangge.server.store.MonthCounts;
import org.wangge.server.store.Store;
import org.wangge.wire.ImportReport;

/** A demonstration town in a real database. */
class DemoIT {
  private static final String TOWN = "330282104";

  /** 2026-11-20 09:00 in the town. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T01:00:00Z"), ZoneId.of("Asia/Shanghai"));

  @TempDir Path folder;

  @Test
  void aTownIsFilledSoThatItsMonthCanBeReported() throws Exception {
    Catalogue catalogue = CatalogueFiles.shipped();
    Path sheets = folder.resolve("spreadsheets");
    try (Database database = Database.create(DatabaseSettings.embedded(folder.resolve("data")))) {
      Store store = new Store(database, CLOCK);
      try (Reader csv =
          new InputStreamReader(
              DemoIT.class.getResourceAsStream("/org/wangge/db/areas/330282.csv"),
              StandardCharsets.UTF_8)) {
        new AreaStore(store).load(csv);
      }
      Demo.Order order = new Demo.Order(7, 400, TOWN, sheets);
      Demo.Report report = new Demo(database, catalogue, CLOCK).fill(order);
      assertThat(report.imports())
          .isNotEmpty()
          .allSatisfy(
              taken -> {
                assertThat(taken.committed()).as(taken.file()).isTrue();
                assertThat(taken.created()).as(taken.file()).isPositive();
                assertThat(taken.refused() + taken.asked()).as(taken.file()).isZero();
              });
      assertThat(report.people()).isBetween(350L, 600L);
      Set<Post> posts =
          report.accounts().stream().map(one -> one.account().post()).collect(Collectors.toSet());
      assertThat(posts)
          .contains(Post.VILLAGE_OPERATOR, Post.TOWN_OPERATOR, Post.GRID_WORKER, Post.AUDITOR);
      assertThat(report.accounts()).extracting(Demo.Opened::password).doesNotHaveDuplicates();
      try (Stream<Path> files = Files.list(sheets)) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .contains("2026年10月事件台账.xlsx", "流动人口登记表2026年10月.xlsx")
            .hasSameSizeAs(report.imports());
      }

      MonthCounts counts =
          store.snapshot(
              tx ->
                  new BulletinFigures(catalogue)
                      .of(
                          tx,
                          TOWN,
                          YearMonth.of(2026, 10),
                          new BulletinFigures.Measures(20, 5, Set.of("01", "02"))));
      EventCounts all =
          counts.events().values().stream().reduce(EventCounts.none(), EventCounts::plus);
      ImportReport ledger = report.imports().getLast();
      assertThat(all.reported()).isEqualTo(ledger.created());
      assertThat(all.closed()).isPositive().isLessThan(all.due());
      // The households of the registers are entered as well.
      assertThat(counts.entries().values().stream().mapToLong(one -> one.entered()).sum())
          .isGreaterThanOrEqualTo(report.imports().stream().mapToLong(ImportReport::created).sum());
      assertThat(counts.reportedBefore().values()).allMatch(number -> number > 0);

      assertThatThrownBy(() -> new Demo(database, catalogue, CLOCK).fill(order))
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> assertThat(problem.code()).isEqualTo(ProblemCode.DATABASE_NOT_EMPTY));
    }
  }

  @Test
  void theSameSeedInventsTheSameTown() {
    List<org.wangge.wire.Area> villages =
        List.of(new org.wangge.wire.Area("330282104202", "五姓点村", "village", TOWN));
    DemoTown one = new DemoTown(5, villages, 300);
    DemoTown same = new DemoTown(5, villages, 300);
    assertThat(same.households()).isEqualTo(one.households());
    assertThat(same.tenants()).isEqualTo(one.tenants());
    assertThat(new DemoTown(6, villages, 300).households()).isNotEqualTo(one.households());
    // Nobody in it exists: the county code is assigned to nobody.
    assertThat(one.households())
        .flatExtracting(DemoHousehold::members)
        .allSatisfy(
            member -> assertThat(member.person().idNumber()).startsWith("339999").hasSize(18));
  }
}
