package org.wangge.server.bulletins;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.wangge.bulletin.jasper.PdfBulletin;
import org.wangge.bulletin.workbook.WorkbookBulletin;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.CatalogueFiles;
import org.wangge.record.RecordId;
import org.wangge.server.access.Account;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Post;
import org.wangge.server.database.Database;
import org.wangge.server.events.EventClocks;
import org.wangge.server.events.EventRegistration;
import org.wangge.server.imports.Imports;
import org.wangge.server.jobs.Progress;
import org.wangge.server.store.AreaStore;
import org.wangge.server.store.AuditStore;
import org.wangge.server.store.BulletinFigures;
import org.wangge.server.store.BulletinStore;
import org.wangge.server.store.CalendarStore;
import org.wangge.server.store.EventStore;
import org.wangge.server.store.ImportStore;
import org.wangge.server.store.RecordStore;
import org.wangge.server.store.Store;
import org.wangge.wire.ImportCommit;
import org.wangge.wire.ImportReport;

/**
 * The bulletin of the month of the sample ledger, read back from its files by readers that did not
 * write them, against the figures that came with the sample.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SampleFiguresContract {
  private static final String TOWN = "330282104";
  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final String LEDGER = "2026年10月事件台账.xlsx";

  /** 2026-11-06 08:20 in the town. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-06T00:20:00Z"), ZoneId.of("Asia/Shanghai"));

  private Database database;
  private JsonNode truth;
  private byte[] pdf;
  private byte[] workbook;

  /** A new database of the mode that is tested. */
  abstract Database create() throws Exception;

  @BeforeAll
  void takeTheLedgerInAndPrint() throws Exception {
    Catalogue catalogue = CatalogueFiles.shipped();
    database = create();
    Store store = new Store(database, CLOCK);
    AreaStore areas = new AreaStore(store);
    try (Reader csv =
        new InputStreamReader(
            SampleFiguresContract.class.getResourceAsStream("/org/wangge/db/areas/330282.csv"),
            StandardCharsets.UTF_8)) {
      areas.load(csv);
    }
    CalendarStore calendars = new CalendarStore();
    EventClocks.fillCalendar(store, calendars);
    EventStore events = new EventStore();
    RecordStore records =
        new RecordStore(
            store,
            catalogue,
            Map.of("event", new EventRegistration(events, new EventClocks(calendars, events))));
    Imports imports =
        new Imports(
            store,
            records,
            new ImportStore(store, catalogue),
            areas,
            new AuditStore(store),
            catalogue);
    Caller town =
        new Caller(
            new Account(RecordId.next(), "town", "测试员", Post.TOWN_OPERATOR, TOWN), "PC-1", "r");
    ImportReport report =
        imports.rehearse(
            town,
            new Imports.File(
                LEDGER, sample("event-ledger.xlsx"), Optional.empty(), Optional.empty(), null),
            Progress.UNWATCHED);
    report =
        imports.commit(
            town, report.id(), new ImportCommit(UUID.randomUUID(), false), Progress.UNWATCHED);
    assertThat(report.created()).isEqualTo(800);
    Bulletins bulletins =
        new Bulletins(
            store,
            catalogue,
            new BulletinFigures(catalogue),
            new BulletinStore(),
            calendars,
            new PdfBulletin(),
            new WorkbookBulletin());
    bulletins.generate(town, OCTOBER, TOWN, false, Progress.UNWATCHED);
    pdf = bulletins.file(town, TOWN, OCTOBER, "pdf");
    workbook = bulletins.file(town, TOWN, OCTOBER, "xlsx");
    truth = new ObjectMapper().readTree(sample("truth.json")).get(LEDGER).get("figures");
    assertThat(truth.size()).isEqualTo(16);
  }

  /** Ends what the database needed. */
  void stop() throws Exception {}

  @AfterAll
  void close() throws Exception {
    database.close();
    stop();
  }

  /** The samples stand among the test data of the exchange module. */
  private static byte[] sample(String name) throws IOException {
    return Files.readAllBytes(Path.of("../exchange/src/test/resources/samples").resolve(name));
  }

  /** The figures of the sample by the heading they stand under. */
  private static Map<String, String> expected(JsonNode figures) {
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("上报数", figures.get("reported").asText());
    expected.put("应办结数", figures.get("due").asText());
    expected.put("办结数", figures.get("closed_of_due").asText());
    expected.put("办结率", "%.2f".formatted(figures.get("closing_rate").asDouble()));
    expected.put("按时办结数", figures.get("on_time").asText());
    expected.put("按时办结率", "%.2f".formatted(figures.get("on_time_rate").asDouble()));
    expected.put("超期在办", figures.get("overdue_open").asText());
    expected.put("满意率", "%.2f".formatted(figures.get("satisfaction").asDouble()));
    return expected;
  }

  @Test
  void theWorkbookHoldsTheFiguresOfTheSample() throws IOException {
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
      Map<String, Map<String, String>> found = new LinkedHashMap<>();
      for (Sheet sheet : book.getSheets().toList()) {
        found.putAll(eventRows(sheet.read()));
      }
      truth
          .properties()
          .forEach(
              village ->
                  assertThat(found.get(village.getKey()))
                      .as(village.getKey())
                      .containsAllEntriesOf(expected(village.getValue())));
    }
  }

  /** Rows by village of the sheet that has a column of reported events; none of another sheet. */
  private Map<String, Map<String, String>> eventRows(List<Row> rows) {
    Map<String, Map<String, String>> found = new LinkedHashMap<>();
    Map<Integer, String> heads = new LinkedHashMap<>();
    for (Row row : rows) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.getCellCount(); i++) {
        cells.add(row.getCell(i) == null ? "" : row.getCell(i).getText().replaceAll("\\s", ""));
      }
      if (cells.contains("应办结数")) {
        for (int i = 0; i < cells.size(); i++) {
          heads.put(i, cells.get(i).replaceAll("（.*", ""));
        }
      } else if (!heads.isEmpty() && cells.size() > 2 && truth.has(cells.get(1))) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
          values.put(heads.get(i), plain(heads.get(i), row, i));
        }
        found.put(cells.get(1), values);
      }
    }
    return found;
  }

  private static String plain(String head, Row row, int column) {
    return switch (row.getCell(column) == null ? null : row.getCell(column).getValue()) {
      case java.math.BigDecimal number when head.endsWith("率") ->
          // The workbook holds true percentages: 87.20 on paper is 0.872 shown as 87.20%.
          number.movePointRight(2).setScale(2, java.math.RoundingMode.HALF_UP).toPlainString();
      case java.math.BigDecimal number -> number.stripTrailingZeros().toPlainString();
      case null -> "";
      default -> row.getCell(column).getText();
    };
  }

  @Test
  void thePrintedPageHoldsTheFiguresOfTheSample() throws IOException {
    String text;
    try (PDDocument paper = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      text = stripper.getText(paper);
    }
    truth
        .properties()
        .forEach(
            village -> {
              Map<String, String> figures = expected(village.getValue());
              List<String> wanted =
                  List.of(
                      figures.get("应办结数"),
                      figures.get("办结数"),
                      figures.get("办结率"),
                      figures.get("按时办结数"),
                      figures.get("按时办结率"),
                      figures.get("超期在办"));
              assertThat(text.lines())
                  .as(village.getKey())
                  .anySatisfy(
                      line -> {
                        List<String> words = Arrays.asList(line.strip().split("\\s+"));
                        assertThat(words)
                            .contains(village.getKey(), figures.get("上报数"), figures.get("满意率"))
                            .containsSubsequence(wanted);
                      });
            });
    assertThat(text.replaceAll("\\s", "")).contains("本月共上报事件800件", "掌起镇社会服务管理中心");
  }
}
