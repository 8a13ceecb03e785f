package org.wangge.server.bulletins;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.wangge.bulletin.Block;
import org.wangge.bulletin.BulletinPaper;
import org.wangge.bulletin.BulletinTable;
import org.wangge.bulletin.Column;
import org.wangge.bulletin.ColumnKind;
import org.wangge.bulletin.Fingerprint;
import org.wangge.bulletin.PaperForm;
import org.wangge.bulletin.Ratio;
import org.wangge.bulletin.Row;

/**
 * A bulletin as JSON, in which it is frozen. Rates and points are written as text, so that not even
 * their last zero is lost; the rest is what its name says. Version 1.
 */
final class PaperCodec {
  private static final int VERSION = 1;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private PaperCodec() {}

  /** Writes a paper. */
  static String write(BulletinPaper paper) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("version", VERSION);
    node.put("form", paper.form().name());
    node.put("issuer", paper.issuer());
    node.put("headMark", paper.headMark());
    node.put("number", paper.number());
    node.put("title", paper.title());
    node.put("addressee", paper.addressee());
    ArrayNode blocks = node.putArray("blocks");
    paper.blocks().forEach(block -> blocks.add(block(block)));
    node.put("signer", paper.signer());
    node.put("issued", paper.issued() == null ? null : paper.issued().toString());
    texts(node, "copyTo", paper.copyTo());
    node.put("printer", paper.printer());
    node.put("month", paper.month().toString());
    node.put("preview", paper.preview());
    ArrayNode tables = node.putArray("tables");
    paper.tables().forEach(table -> tables.add(table(table)));
    texts(node, "explanations", paper.explanations());
    node.put("dataCutOff", paper.fingerprint().dataCutOff().toString());
    node.put("parameterVersion", paper.fingerprint().parameterVersion());
    node.put("dataVersion", paper.fingerprint().dataVersion());
    return node.toString();
  }

  private static ObjectNode block(Block block) {
    ObjectNode node = MAPPER.createObjectNode();
    switch (block) {
      case Block.Heading(int level, String text) -> node.put("heading", text).put("level", level);
      case Block.Paragraph(String text) -> node.put("paragraph", text);
      case Block.TableReference(String key) -> node.put("table", key);
    }
    return node;
  }

  private static ObjectNode table(BulletinTable table) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("key", table.key());
    node.put("number", table.number());
    node.put("title", table.title());
    ArrayNode columns = node.putArray("columns");
    for (Column column : table.columns()) {
      ObjectNode head = columns.addObject();
      head.put("key", column.key());
      texts(head, "groups", column.groups());
      head.put("label", column.label());
      head.put("kind", column.kind().name());
      column
          .ratio()
          .ifPresent(
              ratio ->
                  head.put("numerator", ratio.numeratorKey())
                      .put("denominator", ratio.denominatorKey()));
    }
    ArrayNode rows = node.putArray("rows");
    table.rows().forEach(row -> rows.add(row(row)));
    if (table.total() != null) {
      node.set("total", row(table.total()));
    }
    texts(node, "notes", table.notes());
    return node;
  }

  private static ArrayNode row(Row row) {
    ArrayNode node = MAPPER.createArrayNode();
    for (Object cell : row.cells()) {
      switch (cell) {
        case null -> node.addNull();
        case Long number -> node.add(number);
        default -> node.add(cell.toString());
      }
    }
    return node;
  }

  private static void texts(ObjectNode node, String name, List<String> texts) {
    ArrayNode array = node.putArray(name);
    texts.forEach(array::add);
  }

  /**
   * Reads a paper.
   *
   * @throws IllegalArgumentException when the text is no frozen paper
   */
  static BulletinPaper read(String json) {
    JsonNode node;
    try {
      node = MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a frozen bulletin", e);
    }
    if (node.path("version").asInt() != VERSION) {
      throw new IllegalArgumentException("frozen by another version: " + node.path("version"));
    }
    return new BulletinPaper(
        PaperForm.valueOf(text(node, "form")),
        text(node, "issuer"),
        text(node, "headMark"),
        text(node, "number"),
        text(node, "title"),
        text(node, "addressee"),
        list(node.get("blocks"), PaperCodec::block),
        text(node, "signer"),
        node.get("issued").isNull() ? null : LocalDate.parse(text(node, "issued")),
        list(node.get("copyTo"), JsonNode::asText),
        text(node, "printer"),
        YearMonth.parse(text(node, "month")),
        node.get("preview").asBoolean(),
        list(node.get("tables"), PaperCodec::table),
        list(node.get("explanations"), JsonNode::asText),
        new Fingerprint(
            LocalDateTime.parse(text(node, "dataCutOff")),
            text(node, "parameterVersion"),
            text(node, "dataVersion")));
  }

  private static Block block(JsonNode node) {
    if (node.has("heading")) {
      return new Block.Heading(node.get("level").asInt(), text(node, "heading"));
    }
    return node.has("paragraph")
        ? new Block.Paragraph(text(node, "paragraph"))
        : new Block.TableReference(text(node, "table"));
  }

  private static BulletinTable table(JsonNode node) {
    List<Column> columns = list(node.get("columns"), PaperCodec::column);
    return new BulletinTable(
        text(node, "key"),
        text(node, "number"),
        text(node, "title"),
        columns,
        list(node.get("rows"), row -> row(columns, row)),
        node.has("total") ? row(columns, node.get("total")) : null,
        list(node.get("notes"), JsonNode::asText));
  }

  private static Column column(JsonNode node) {
    return new Column(
        text(node, "key"),
        list(node.get("groups"), JsonNode::asText),
        text(node, "label"),
        ColumnKind.valueOf(text(node, "kind")),
        node.has("numerator")
            ? Optional.of(new Ratio(text(node, "numerator"), text(node, "denominator")))
            : Optional.empty());
  }

  private static Row row(List<Column> columns, JsonNode node) {
    List<Object> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      JsonNode cell = node.get(i);
      cells.add(cell.isNull() ? null : cell(columns.get(i).kind(), cell));
    }
    return new Row(cells);
  }

  private static Object cell(ColumnKind kind, JsonNode cell) {
    return switch (kind) {
      case TEXT -> cell.asText();
      case COUNT, RANK -> cell.asLong();
      case RATE, POINTS -> new BigDecimal(cell.asText());
      case DATE -> LocalDate.parse(cell.asText());
    };
  }

  private static String text(JsonNode node, String name) {
    JsonNode value = node.get(name);
    if (value == null || !value.isTextual()) {
      throw new IllegalArgumentException("a frozen bulletin lacks " + name);
    }
    return value.asText();
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
    List<T> result = new ArrayList<>();
    array.forEach(node -> result.add(reader.apply(node)));
    return result;
  }
}
