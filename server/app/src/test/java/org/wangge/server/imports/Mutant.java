package org.wangge.server.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * A sample file that something went wrong with, or that somebody made to do harm. The same number
 * always gives the same mutant.
 *
 * @param what kind of mutation and sample, for the message of a failure
 * @param name file name
 * @param content its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read once
record Mutant(String what, String name, byte[] content) {
  private static final List<String> SAMPLES =
      List.of(
          "household-book.xlsx",
          "event-ledger.xlsx",
          "organisations.xlsx",
          "floating-people.xls",
          "rental-houses.csv");

  private static final String[] BOMB = {
    "<!DOCTYPE b [<!ENTITY a \"aaaaaaaaaaaaaaaa\">"
        + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">"
        + "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;\">"
        + "<!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;\">]>",
    "<!DOCTYPE b [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>",
    "<!DOCTYPE b [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/x.dtd\"> %p;<!ENTITY f \"x\">]>"
  };

  /** A part of a zip. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Part(String name, byte[] bytes) {
    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    Part with(String text) {
      return new Part(name, text.getBytes(StandardCharsets.UTF_8));
    }

    boolean isXml() {
      return name.endsWith(".xml") || name.endsWith(".rels");
    }
  }

  static Mutant of(long number) {
    Random random = new Random(number * 0x9E3779B97F4A7C15L);
    String sample = SAMPLES.get(random.nextInt(SAMPLES.size()));
    byte[] content = ImportTown.sample(sample);
    String ending = sample.substring(sample.lastIndexOf('.'));
    // Some are renamed as well: what a file is, its content says.
    String name =
        random.nextInt(10) == 0
            ? "file" + List.of(".xls", ".xlsx", ".csv", "").get(random.nextInt(4))
            : "file" + ending;
    if (!ending.equals(".xlsx") || random.nextInt(4) == 0) {
      int kind = random.nextInt(6);
      byte[] spoiled = ending.equals(".csv") ? text(content, random) : bytes(content, random, kind);
      return new Mutant("bytes " + kind + " of " + sample, name, spoiled);
    }
    int kind = random.nextInt(16);
    return new Mutant("part " + kind + " of " + sample, name, workbook(content, random, kind));
  }

  // ---- any file

  private static byte[] bytes(byte[] content, Random random, int kind) {
    byte[] spoiled = content.clone();
    return switch (kind) {
      case 0 -> flipped(spoiled, random, 1 + random.nextInt(4), spoiled.length);
      case 1 -> flipped(spoiled, random, 20 + random.nextInt(500), spoiled.length);
      case 2 -> flipped(spoiled, random, 1 + random.nextInt(20), 4096);
      case 3 -> Arrays.copyOf(spoiled, random.nextInt(spoiled.length));
      case 4 -> {
        // A stretch of it stands elsewhere.
        int length = 1 + random.nextInt(2048);
        int from = random.nextInt(spoiled.length - length);
        int to = random.nextInt(spoiled.length - length);
        System.arraycopy(content, from, spoiled, to, length);
        yield spoiled;
      }
      default -> {
        int length = 1 + random.nextInt(4096);
        int from = random.nextInt(Math.max(1, spoiled.length - length));
        byte value = (byte) (random.nextBoolean() ? 0xff : 0);
        Arrays.fill(spoiled, from, Math.min(spoiled.length, from + length), value);
        yield spoiled;
      }
    };
  }

  private static byte[] flipped(byte[] content, Random random, int times, int within) {
    for (int i = 0; i < times; i++) {
      content[random.nextInt(Math.min(within, content.length))] = (byte) random.nextInt(256);
    }
    return content;
  }

  private static byte[] text(byte[] content, Random random) {
    String text = new String(content, StandardCharsets.UTF_8);
    int at = random.nextInt(text.length());
    String more =
        switch (random.nextInt(9)) {
          case 0 -> "\"";
          case 1 -> "\u0000";
          case 2 -> ",".repeat(1 + random.nextInt(3_000_000));
          case 3 -> "\n".repeat(1 + random.nextInt(3_000_000));
          case 4 -> "好".repeat(1 + random.nextInt(3_000_000));
          case 5 -> "\"\"".repeat(1 + random.nextInt(1_000_000));
          case 6 -> "a,\n".repeat(1 + random.nextInt(400_000));
          default -> null;
        };
    if (more == null) {
      return bytes(content, random, random.nextInt(6));
    }
    return (text.substring(0, at) + more + text.substring(at)).getBytes(StandardCharsets.UTF_8);
  }

  // ---- workbooks

  private static byte[] workbook(byte[] content, Random random, int kind) {
    List<Part> parts = parts(content);
    int any = random.nextInt(parts.size());
    switch (kind) {
      case 0 -> parts.remove(any);
      case 1 -> parts.add(random.nextInt(parts.size() + 1), parts.get(any));
      case 2 -> {
        Part other = parts.get(random.nextInt(parts.size()));
        parts.set(any, new Part(parts.get(any).name(), other.bytes()));
      }
      case 3 -> {
        byte[] bytes = parts.get(any).bytes().clone();
        if (bytes.length > 0) {
          flipped(bytes, random, 1 + random.nextInt(50), bytes.length);
        }
        parts.set(any, new Part(parts.get(any).name(), bytes));
      }
      case 4 -> {
        int xml = xml(parts, random);
        String bomb = BOMB[random.nextInt(BOMB.length)];
        edit(
            parts,
            xml,
            text -> text.replaceFirst("\\?>", "?>" + bomb).replaceFirst(">([^<]+)<", ">&f;<"));
      }
      case 5 -> {
        int xml = xml(parts, random);
        int deep = 1 + random.nextInt(200_000);
        edit(
            parts,
            xml,
            text -> {
              int end = text.lastIndexOf("</");
              return end < 0
                  ? text
                  : text.substring(0, end)
                      + "<a>".repeat(deep)
                      + "</a>".repeat(deep)
                      + text.substring(end);
            });
      }
      case 6 ->
          edit(
              parts,
              sheet(parts, random),
              text ->
                  text.replaceFirst("<dimension ref=\"[^\"]*\"", "<dimension ref=\"A1:XFD1048576\"")
                      .replaceFirst("<c r=\"[A-Z]+\\d+\"", "<c r=\"XFD1048576\""));
      case 7 -> {
        String[] rows = {"1048576", "2147483647", "-5", "99999999999", "0", "x"};
        String row = rows[random.nextInt(rows.length)];
        edit(
            parts,
            sheet(parts, random),
            text -> {
              int at = text.indexOf("<row r=\"", random.nextInt(text.length()));
              return at < 0
                  ? text
                  : text.substring(0, at)
                      + text.substring(at).replaceFirst("<row r=\"\\d+", "<row r=\"" + row);
            });
      }
      case 8 -> {
        // Many, wide and overlapping merged areas.
        int number = 1 + random.nextInt(60_000);
        boolean wide = random.nextBoolean();
        edit(
            parts,
            sheet(parts, random),
            text ->
                beforeEnd(
                    text,
                    "<mergeCells>"
                        + "<mergeCell ref=\"A1:%s1048576\"/>"
                            .formatted(wide ? "XFD" : "B")
                            .repeat(number)
                        + "</mergeCells>"));
      }
      case 9 -> {
        int number = 1 + random.nextInt(100_000);
        int styles = named(parts, "xl/styles.xml");
        if (styles >= 0) {
          edit(
              parts,
              styles,
              text ->
                  text.replaceFirst(
                          "</cellXfs>", "<xf numFmtId=\"14\"/>".repeat(number) + "</cellXfs>")
                      .replaceFirst(
                          "<fonts",
                          "<numFmts><numFmt numFmtId=\"200\" formatCode=\""
                              + "[red]y;".repeat(number)
                              + "\"/></numFmts><fonts"));
        }
      }
      case 10 -> {
        int types = named(parts, "[Content_Types].xml");
        if (types >= 0) {
          edit(
              parts,
              types,
              text -> text.replace("spreadsheetml.sheet.main", "wordprocessingml.document.main"));
        }
      }
      case 11 -> {
        int relations = named(parts, "xl/_rels/workbook.xml.rels");
        String[] targets = {
          "../../../../etc/passwd", "workbook.xml", "/", "http://127.0.0.1/x", "styles.xml"
        };
        String target = targets[random.nextInt(targets.length)];
        edit(
            parts,
            relations,
            text -> text.replaceFirst("Target=\"[^\"]*\"", "Target=\"" + target + "\""));
      }
      case 12 -> {
        String[] values = {
          "1e308", "-1e308", "NaN", "Infinity", "99999999999999999999", "", "-1", "0x10"
        };
        String value = values[random.nextInt(values.length)];
        edit(
            parts,
            sheet(parts, random),
            text -> text.replaceAll("<v>[^<]*</v>", "<v>" + value + "</v>"));
      }
      case 13 -> {
        // Millions of characters in very few packed bytes.
        int length = 1 << (10 + random.nextInt(13));
        edit(
            parts,
            sheet(parts, random),
            text ->
                text.replaceFirst(
                    "<c r=\"([A-Z]+\\d+)\"[^>]*>",
                    "<c r=\"$1\" t=\"inlineStr\"><is><t>" + "长".repeat(length) + "</t></is>"));
      }
      case 14 -> {
        // Now and then more rows than are read.
        int cells = random.nextInt(20) == 0 ? 250_000 : 1 + random.nextInt(10_000);
        edit(
            parts,
            sheet(parts, random),
            text ->
                text.replaceFirst(
                    "</sheetData>",
                    "<row><c t=\"b\"><v>1</v></c></row>".repeat(cells) + "</sheetData>"));
      }
      default -> {
        return lied(zip(parts), random);
      }
    }
    return zip(parts);
  }

  /** Sizes, checksums and offsets of the directory are not those of the parts. */
  private static byte[] lied(byte[] zip, Random random) {
    for (int i = 0; i + 46 < zip.length; i++) {
      boolean head = zip[i] == 0x50 && zip[i + 1] == 0x4b && (zip[i + 2] == 1 || zip[i + 2] == 3);
      if (head && random.nextInt(4) == 0) {
        zip[i + 4 + random.nextInt(40)] = (byte) random.nextInt(256);
      }
    }
    return zip;
  }

  private static String beforeEnd(String text, String more) {
    int end = text.lastIndexOf("</worksheet>");
    return end < 0 ? text : text.substring(0, end) + more + text.substring(end);
  }

  private static void edit(List<Part> parts, int index, UnaryOperator<String> change) {
    if (index >= 0) {
      parts.set(index, parts.get(index).with(change.apply(parts.get(index).text())));
    }
  }

  private static int xml(List<Part> parts, Random random) {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).isXml()) {
        all.add(i);
      }
    }
    return all.get(random.nextInt(all.size()));
  }

  private static int sheet(List<Part> parts, Random random) {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).name().startsWith("xl/worksheets/sheet")) {
        all.add(i);
      }
    }
    return all.get(random.nextInt(all.size()));
  }

  private static int named(List<Part> parts, String name) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private static List<Part> parts(byte[] content) {
    List<Part> parts = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.add(new Part(entry.getName(), zip.readAllBytes()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts;
  }

  private static byte[] zip(List<Part> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    // The one writer at hand that does not mind two parts of one name.
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
      for (Part part : parts) {
        ZipArchiveEntry entry = new ZipArchiveEntry(part.name());
        CRC32 crc = new CRC32();
        crc.update(part.bytes());
        entry.setCrc(crc.getValue());
        entry.setSize(part.bytes().length);
        zip.putArchiveEntry(entry);
        zip.write(part.bytes());
        zip.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
