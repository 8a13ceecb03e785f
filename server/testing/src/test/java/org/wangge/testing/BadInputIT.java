package org.wangge.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.testing.TestClient.path;
import static org.wangge.testing.TestClient.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.record.Query;
import org.wangge.record.Record;
import org.wangge.record.RecordId;
import org.wangge.server.settings.Settings;
import org.wangge.testing.TestClient.Reply;
import org.wangge.wire.Job;
import org.wangge.wire.Paths;

/** Whatever comes in: a clear problem, and nothing saved. */
class BadInputIT {
  private static final String TYPE = "floating_person";
  private static final String SECRET = "339999198805201119";

  private static TestServer server;
  private static TestClient operator;
  private long before;

  @BeforeAll
  static void start() {
    server =
        TestServer.start(
            settings -> settings.with(Settings.UPLOAD_MEGABYTES, 2),
            org.wangge.server.ServerProgram.townClock());
    operator = server.client(TestAccount.OPERATOR_A);
    Sample.register(operator, TestServer.VILLAGE_A, "曾在册", Sample.idNumber());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void count() {
    before = records();
  }

  @AfterEach
  void nothingWasSaved() {
    assertThat(records()).isEqualTo(before);
  }

  private static long records() {
    return operator.post(path(Paths.QUERY, TYPE), Query.all()).asPage(Record.class).rows().size();
  }

  // ---- JSON

  private static Reply put(String json) {
    return operator.json("PUT", record(TYPE, RecordId.next()), json);
  }

  /** A save whose values are the given JSON. */
  private static String save(String changes) {
    return "{\"requestId\":\"%s\",\"version\":0,\"area\":\"%s\",\"changes\":%s,\"confirmed\":true}"
        .formatted(RecordId.next(), TestServer.VILLAGE_A, changes);
  }

  private static void assertMalformed(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("malformed");
    assertThat(reply.header("content-type")).contains("application/problem+json");
    assertThat(reply.problem().instance()).isEqualTo(reply.header("x-request-id").orElseThrow());
    assertThat(reply.text()).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "\"text\"",
        "12",
        "{\"requestId\":}",
        "{}{}",
        "not json 339999198805201119",
        "{\"requestId\":\"339999198805201119\"}"
      })
  void malformedJsonIsRefused(String json) {
    assertMalformed(put(json));
  }

  @Test
  void unknownFieldsAreRefused() {
    assertMalformed(put(save("{}").replace("\"confirmed\"", "\"surprise\":1,\"confirmed\"")));
    assertMalformed(put(save("{\"surprise\":\"339999198805201119\"}")));
    assertMalformed(put(save("{\"version\":7}")));
    assertMalformed(put(save("{\"registered_by\":\"me\"}")));
  }

  @Test
  void fieldsOfTheServerItselfAreRefused() {
    assertMalformed(put(save("{\"population_type\":\"10\"}")));
  }

  @Test
  void aFieldGivenTwiceIsRefused() {
    assertMalformed(put(save("{\"name\":\"甲\",\"name\":\"乙\"}")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":12}",
        "{\"name\":[\"曾\"]}",
        "{\"name\":{\"a\":1}}",
        "{\"has_house\":\"maybe\"}",
        "{\"inflow_date\":\"2026-02-30\"}",
        "{\"inflow_date\":20260101}",
        "{\"children_with\":\"many\"}",
        "{\"children_with\":1.5}",
        "{\"children_with\":1e400}",
        "{\"children_with\":99999999999999999999999999999999}",
        "{\"landlord\":\"not-an-id\"}",
        "{\"service_needs\":\"01\"}"
      })
  void wrongTypesAndHugeNumbersAreRefused(String changes) {
    assertMalformed(put(save(changes)));
  }

  @Test
  void aNumberWithAThousandDigitsIsRefused() {
    assertMalformed(put(save("{\"children_with\":" + "9".repeat(1000) + "}")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "\\u0007", "\\u001b[31m", "\\u0085", "\\ud800"})
  void controlCharactersAreRefused(String text) {
    assertMalformed(put(save("{\"name\":\"曾" + text + "雨\"}")));
  }

  @Test
  void anOverLongTextIsAFindingUnderItsField() {
    Map<String, Object> values =
        Sample.floating(TestServer.VILLAGE_A, "曾".repeat(51), Sample.idNumber());
    Reply reply =
        operator.put(record(TYPE, RecordId.next()), Sample.fresh(TestServer.VILLAGE_A, values));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.problem().findings().getFirst().field()).isEqualTo("name");
  }

  @Test
  void aTextOfAMegabyteIsRefused() {
    Reply reply = put(save("{\"name\":\"" + "a".repeat(2_000_000) + "\"}"));

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.code()).isEqualTo("too-large");
  }

  @Test
  void deeplyNestedJsonIsRefused() {
    assertMalformed(put("[".repeat(100_000)));
  }

  @Test
  void anotherMediaTypeIsRefused() {
    assertMalformed(
        operator.raw(
            "PUT",
            record(TYPE, RecordId.next()),
            save("{}").getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "text/plain"));
  }

  @Test
  void overLongWordsBesideTheRecordAreRefused() {
    assertMalformed(
        operator.json(
            "POST",
            Paths.SESSION,
            "{\"account\":\"%s\",\"password\":\"x\",\"workstation\":\"pc\"}"
                .formatted("a".repeat(101))));
    assertMalformed(
        operator.json(
            "POST",
            Paths.SESSION,
            "{\"account\":\"a\",\"password\":\"x\",\"workstation\":\"%s\"}"
                .formatted("w".repeat(61))));
    assertMalformed(
        operator.json(
            "POST",
            record(TYPE, RecordId.next()) + "/reveal",
            "{\"fields\":[\"id_number\"],\"reason\":\"%s\"}".formatted("r".repeat(301))));
  }

  // ---- ids and paths

  @Test
  void idsThatAreNoneAreNotFound() {
    for (String id : List.of("1", "..", "%2e%2e", "%00", "0".repeat(3000), "'%20OR%201=1")) {
      Reply reply = operator.get("/api/v1/records/" + TYPE + "/" + id);
      assertThat(reply.status()).as(id).isIn(400, 404);
    }
    assertThat(operator.get(record("no_such_type", UUID.randomUUID())).code())
        .isEqualTo("not-found");
    assertThat(operator.get(record("account", UUID.randomUUID())).code()).isEqualTo("not-found");
  }

  @Test
  void aListAskedForNonsenseIsRefused() {
    assertThat(operator.json("POST", path(Paths.QUERY, TYPE), query("[]", "")).text())
        .startsWith("{\"rows\"");
    assertMalformed(
        operator.json(
            "POST",
            path(Paths.QUERY, TYPE),
            query("[{\"field\":\"surprise\",\"operator\":\"is\",\"values\":[\"1\"]}]", "")));
    assertMalformed(
        operator.json("POST", path(Paths.QUERY, TYPE), query("[]", "registered_at; DROP TABLE")));
    assertMalformed(
        operator.json(
            "POST",
            path(Paths.QUERY, TYPE),
            query("[]", "").replace("\"after\":null", "\"after\":\"made up\"")));
  }

  private static String query(String filters, String sort) {
    return ("{\"text\":\"\",\"filters\":%s,\"sort\":\"%s\",\"descending\":false,\"after\":null,"
            + "\"limit\":50,\"cancelled\":false}")
        .formatted(filters, sort);
  }

  @Test
  void searchWordsWithSignsOfSqlAreWords() {
    for (String text : List.of("%", "_", "'", "\"", ";--", "\\", "*")) {
      assertThat(
              operator
                  .post(path(Paths.QUERY, TYPE), Sample.search(text))
                  .asPage(Record.class)
                  .rows())
          .as(text)
          .isEmpty();
    }
  }

  // ---- packed bodies

  @Test
  void aPackedBodyIsReadAndABombIsRefused() throws IOException {
    Reply fine = packed(query("[]", "").getBytes(StandardCharsets.UTF_8), path(Paths.QUERY, TYPE));
    byte[] bomb = new byte[200_000_000];
    Arrays.fill(bomb, (byte) ' ');
    Reply refused = packed(bomb, path(Paths.QUERY, TYPE));

    assertThat(fine.status()).as(fine.text()).isEqualTo(200);
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.code()).isEqualTo("too-large");
  }

  @Test
  void aBodyThatSaysItIsPackedAndIsNotIsRefused() throws IOException {
    assertMalformed(
        operator.raw(
            "POST",
            path(Paths.QUERY, TYPE),
            "{}".getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/json",
            "Content-Encoding",
            "gzip"));
    byte[] whole = gzip(query("[]", "").getBytes(StandardCharsets.UTF_8));
    assertMalformed(
        operator.raw(
            "POST",
            path(Paths.QUERY, TYPE),
            Arrays.copyOf(whole, whole.length - 12),
            "Content-Type",
            "application/json",
            "Content-Encoding",
            "gzip"));
  }

  private static Reply packed(byte[] body, String path) throws IOException {
    return operator.raw(
        "POST", path, gzip(body), "Content-Type", "application/json", "Content-Encoding", "gzip");
  }

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    }
    return bytes.toByteArray();
  }

  // ---- spreadsheets

  /** Sends a file and tells why it was refused, at once or by its job. */
  private static String refusal(String name, byte[] file) {
    Reply reply =
        operator.raw(
            "POST",
            Paths.IMPORTS
                + "?name="
                + name
                + "&type=&village="
                + TestServer.VILLAGE_A
                + "&requestId="
                + RecordId.next(),
            file);
    if (!reply.isOk()) {
      return reply.code();
    }
    Job job = operator.await(reply.as(Job.class));
    assertThat(job.state()).isEqualTo("failed");
    return job.problem();
  }

  private static String wording(String code) {
    return org.wangge.problem.Wording.of("problem." + code, Map.of());
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThat(refusal("a.xlsx", new byte[0])).isIn("empty-file", "malformed");
  }

  @Test
  void aRenamedFileIsRefused() throws IOException {
    byte[] picture = new byte[5000];
    new java.util.Random(7).nextBytes(picture);
    picture[0] = (byte) 0x89;
    picture[1] = 'P';
    picture[2] = 'N';
    picture[3] = 'G';

    assertThat(refusal("a.xlsx", picture)).isEqualTo(wording("unreadable-file"));
    assertThat(refusal("a.xls", picture)).isEqualTo(wording("unreadable-file"));
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("readme.txt"));
      out.write("no workbook".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(refusal("a.xlsx", zip.toByteArray())).isEqualTo(wording("unreadable-file"));
  }

  @Test
  void anEncryptedWorkbookIsRefused() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (XSSFWorkbook workbook = new XSSFWorkbook();
          var stream = encryptor.getDataStream(files)) {
        workbook.createSheet().createRow(0).createCell(0).setCellValue("姓名");
        workbook.write(stream);
      }
      files.writeFilesystem(bytes);
    }

    assertThat(refusal("a.xlsx", bytes.toByteArray())).isEqualTo(wording("encrypted-file"));
  }

  @Test
  void aWorkbookThatUnpacksToGigabytesIsRefused() throws IOException {
    Map<String, String> parts = new HashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
            + " Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
            + " PartName=\"/xl/workbook.xml\""
            + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override"
            + " PartName=\"/xl/worksheets/sheet1.xml\""
            + " ContentType=\"application/vnd.openxmlformats-"
            + "officedocument.spreadsheetml.worksheet+xml\"/></Types>");
    parts.put(
        "_rels/.rels",
        "<Relationships"
            + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
            + " Id=\"r1\""
            + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
            + " Target=\"xl/workbook.xml\"/></Relationships>");
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
            + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
            + "<sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships"
            + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
            + " Id=\"r1\""
            + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\""
            + " Target=\"worksheets/sheet1.xml\"/></Relationships>");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      zip.write(
          "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
              .getBytes(StandardCharsets.UTF_8));
      byte[] row =
          "<row><c t=\"inlineStr\"><is><t>%s</t></is></c></row>"
              .formatted("a".repeat(4000))
              .getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 300_000; i++) {
        zip.write(row);
      }
      zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(refusal("bomb.xlsx", bytes.toByteArray()))
        .isIn(wording("too-large"), wording("unreadable-file"), "too-large");
  }

  @Test
  void aFileLargerThanAllowedIsRefusedUnread() {
    assertThat(refusal("a.csv", new byte[3 * 1024 * 1024])).isEqualTo("too-large");
  }

  @Test
  void aSheetWithoutRecordsIsRefused() {
    assertThat(refusal("a.csv", "甲,乙\n1,2\n".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(wording("unknown-sheet"));
    assertThat(
            operator
                .raw("POST", Paths.IMPORTS + "?name=a.csv&requestId=none", new byte[] {1})
                .code())
        .isEqualTo("malformed");
  }

  // ---- too much

  @Test
  void aCallerThatFloodsIsSlowedDownAndOthersAreNot() {
    try (TestServer strict =
        TestServer.start(
            settings -> settings.with(Settings.RATE, 1).with(Settings.BURST, 20),
            new TestClock())) {
      TestClient flooding = strict.client(TestAccount.OPERATOR_A);
      TestClient other = strict.client(TestAccount.OPERATOR_B);
      int refused = 0;
      for (int i = 0; i < 60; i++) {
        refused += flooding.get(Paths.AREAS).status() == 429 ? 1 : 0;
      }

      assertThat(refused).isBetween(10, 41);
      assertThat(other.get(Paths.AREAS).status()).isEqualTo(200);
    }
  }
}
