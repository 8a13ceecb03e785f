package org.wangge.bulletin.workbook;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.ss.util.WorkbookUtil;

/** Gives out sheet names that spreadsheet programs accept: short, of lawful characters, unique. */
final class SheetNames {

  private static final int LONGEST = 31;

  private final Set<String> given = new HashSet<>();

  /** Returns the nearest lawful name that was not given out before. */
  String next(String wanted) {
    String name = WorkbookUtil.createSafeSheetName(wanted);
    for (int i = 2; !given.add(name.toLowerCase(Locale.ROOT)); i++) {
      String suffix = " (" + i + ")";
      int room = LONGEST - suffix.length();
      String stem = wanted.length() > room ? wanted.substring(0, room) : wanted;
      name = WorkbookUtil.createSafeSheetName(stem + suffix);
    }
    return name;
  }
}
