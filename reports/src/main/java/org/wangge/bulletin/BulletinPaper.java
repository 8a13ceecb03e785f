package org.wangge.bulletin;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A whole bulletin, ready for print.
 *
 * @param form which of the two paper forms
 * @param issuer the compiling and issuing body, full or standard short name; on a SERIAL it stands
 *     left above the red line
 * @param headMark the red head, e.g. {@code 掌起镇人民政府文件} or {@code 督查通报}
 * @param number the document number {@code 掌社〔2026〕10号} or the issue {@code 第10期}; empty only in a
 *     preview
 * @param title the title without a full stop; a line break ({@code \n}) may mark where the lines of
 *     a long title part by sense
 * @param addressee who receives the bulletin, e.g. {@code 各村（社区）}; a colon at the end is not needed
 * @param blocks the main text
 * @param signer the name above the date at the end
 * @param issued the day of issue; null only in a preview
 * @param copyTo who receives copies; may be empty
 * @param printer the office that prints it, named in the imprint on the last page
 * @param month the month reported on
 * @param preview true while the bulletin is not signed; every page is marked then
 * @param tables all tables, in the order of their numbers
 * @param explanations how the figures are counted, printed as the last attachment; may be empty
 * @param fingerprint what the figures were made from
 */
public record BulletinPaper(
    PaperForm form,
    String issuer,
    String headMark,
    String number,
    String title,
    String addressee,
    List<Block> blocks,
    String signer,
    LocalDate issued,
    List<String> copyTo,
    String printer,
    YearMonth month,
    boolean preview,
    List<BulletinTable> tables,
    List<String> explanations,
    Fingerprint fingerprint) {

  /** GB/T 9704-2012 clause 7.2.5: year in full in hexagonal brackets, serial without zeros. */
  private static final Pattern DOCUMENT_NUMBER = Pattern.compile(".+〔\\d{4}〕[1-9]\\d*号");

  private static final Pattern ISSUE_NUMBER = Pattern.compile("(〔\\d{4}〕|\\d{4}年)?第[^0].*期");

  /** Checks completeness, the form of the number, and that keys and references agree. */
  public BulletinPaper {
    Objects.requireNonNull(form, "form");
    issuer = Checks.line(issuer, "issuer");
    headMark = Checks.line(headMark, "head mark");
    number = Checks.optionalLine(number, "number");
    title =
        title
            .lines()
            .map(line -> Checks.line(line, "title"))
            .reduce((a, b) -> a + "\n" + b)
            .orElseThrow(() -> new IllegalArgumentException("title is blank"));
    addressee = withoutColon(Checks.line(addressee, "addressee"));
    blocks = List.copyOf(blocks);
    signer = Checks.line(signer, "signer");
    copyTo = Checks.lines(copyTo, "copy");
    printer = Checks.line(printer, "printer");
    Objects.requireNonNull(month, "month");
    tables = List.copyOf(tables);
    explanations = Checks.lines(explanations, "explanation");
    Objects.requireNonNull(fingerprint, "fingerprint");
    checkNumber(form, number, preview);
    if (issued == null && !preview) {
      throw new IllegalArgumentException("an issued bulletin needs its day of issue");
    }
    checkKeys(blocks, tables);
  }

  private static String withoutColon(String addressee) {
    return addressee.endsWith("：") || addressee.endsWith(":")
        ? Checks.line(addressee.substring(0, addressee.length() - 1), "addressee")
        : addressee;
  }

  private static void checkNumber(PaperForm form, String number, boolean preview) {
    if (number.isEmpty() && preview) {
      return;
    }
    Pattern pattern = form == PaperForm.DOCUMENT ? DOCUMENT_NUMBER : ISSUE_NUMBER;
    if (!pattern.matcher(number).matches()) {
      throw new IllegalArgumentException("not a number of a " + form + ": '" + number + "'");
    }
  }

  private static void checkKeys(List<Block> blocks, List<BulletinTable> tables) {
    Set<String> keys = new HashSet<>();
    for (BulletinTable table : tables) {
      if (!keys.add(table.key())) {
        throw new IllegalArgumentException("table twice: " + table.key());
      }
    }
    Set<String> referred = new HashSet<>();
    for (Block block : blocks) {
      if (block instanceof Block.TableReference(String key)) {
        if (!keys.contains(key)) {
          throw new IllegalArgumentException("reference to a missing table: " + key);
        }
        if (!referred.add(key)) {
          throw new IllegalArgumentException("table stands twice in the text: " + key);
        }
      }
    }
  }

  /**
   * Returns the table with the given key.
   *
   * @throws IllegalArgumentException if there is none
   */
  public BulletinTable table(String key) {
    return tables.stream()
        .filter(table -> table.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no table: " + key));
  }
}
