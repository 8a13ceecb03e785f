package org.wangge.bulletin.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.wangge.bulletin.BulletinPaper;
import org.wangge.bulletin.BulletinTable;

/**
 * Writes a bulletin as an xlsx workbook. Rates are real percentages: 87.20 of the paper is the
 * number 0.872 shown as 87.20%. Texts are always texts; no data can become a formula. Safe for use
 * by several threads.
 */
public final class WorkbookBulletin {

  /** Nothing is loaded; every workbook is made from the paper alone. */
  public WorkbookBulletin() {}

  /**
   * Writes the workbook and flushes the stream; the stream stays open. Nothing is written before
   * the whole workbook is made.
   *
   * @throws IOException if the stream refuses the bytes
   */
  public void write(BulletinPaper paper, OutputStream out) throws IOException {
    Objects.requireNonNull(out, "out");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      book.getProperties().getCoreProperties().setTitle(paper.title().replace("\n", ""));
      book.getProperties().getCoreProperties().setCreator(paper.issuer());
      Styles styles = new Styles(book);
      SheetNames names = new SheetNames();
      List<Explanations.Rule> rules = new ArrayList<>();
      for (BulletinTable table : paper.tables()) {
        String name = names.next(table.number() + " " + table.title());
        rules.addAll(new TableSheet(book, styles, paper, table, name).write());
      }
      new Explanations(book, styles, paper, names).write(rules);
      book.write(bytes);
    }
    bytes.writeTo(out);
    out.flush();
  }
}
