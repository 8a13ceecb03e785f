package org.wangge.client.exchange;

import java.util.UUID;
import org.wangge.record.Page;
import org.wangge.wire.ExportOrder;
import org.wangge.wire.ImportCommit;
import org.wangge.wire.ImportReport;
import org.wangge.wire.ImportRow;
import org.wangge.wire.Job;

/** Requests about spreadsheets; they wait for the answer and throw a problem when refused. */
public interface ExchangeCalls {
  /**
   * Sends a file to be rehearsed.
   *
   * @param type type key; empty lets the server find out
   * @param village village code; empty takes what the file says
   */
  Job rehearse(String name, byte[] content, String type, String village, UUID requestId);

  /** What an import does or did. */
  ImportReport report(UUID id);

  /**
   * A page of its rows.
   *
   * @param outcome only these; empty = all
   * @param after mark from the page before; empty = from the beginning
   */
  Page<ImportRow> rows(UUID id, String outcome, String after);

  /** Writes a rehearsed import. */
  Job commit(UUID id, ImportCommit commit);

  /** The workbook of refused rows with their reasons. */
  byte[] refused(UUID id);

  /** An empty workbook to be filled in. */
  byte[] template(String type);

  /** The workbook of a list. */
  byte[] export(ExportOrder order);
}
