package org.wangge.exchange.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks put together by hand, so that a test knows every byte in them. */
final class Files {
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  private Files() {}

  /** Parts of a workbook with one sheet of this sheetData. */
  static Map<String, String> parts(String sheetData) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "_rels/.rels",
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
            + "<Relationship Id='r1' Type='"
            + RELATIONS
            + "/officeDocument' Target='xl/workbook.xml'/></Relationships>");
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns='"
            + MAIN
            + "' xmlns:r='"
            + RELATIONS
            + "'><sheets><sheet name='台账' sheetId='1' r:id='r1'/></sheets></workbook>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
            + "<Relationship Id='r1' Type='"
            + RELATIONS
            + "/worksheet' Target='worksheets/sheet1.xml'/>"
            + "<Relationship Id='r2' Type='"
            + RELATIONS
            + "/sharedStrings' Target='/xl/sharedStrings.xml'/>"
            + "<Relationship Id='r3' Type='"
            + RELATIONS
            + "/styles' Target='styles.xml'/></Relationships>");
    parts.put(
        "xl/sharedStrings.xml",
        "<sst xmlns='"
            + MAIN
            + "'><si><r><t>张</t></r><r><t>三</t></r><rPh sb='0'"
            + " eb='1'><t>zhang</t></rPh></si></sst>");
    parts.put(
        "xl/styles.xml",
        "<styleSheet xmlns='"
            + MAIN
            + "'><numFmts><numFmt numFmtId='164' formatCode='yyyy\"年\"m\"月\"d\"日\"'/>"
            + "<numFmt numFmtId='165' formatCode='000000'/></numFmts>"
            + "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
            + "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/>"
            + "<xf numFmtId='165'/><xf numFmtId='57'/></cellXfs></styleSheet>");
    parts.put(
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns='" + MAIN + "'><sheetData>" + sheetData + "</sheetData></worksheet>");
    return parts;
  }

  static byte[] zip(Map<String, String> parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  static byte[] workbook(String sheetData) throws IOException {
    return zip(parts(sheetData));
  }
}
