package org.wangge.exchange;

import java.util.regex.Pattern;

/** Names of files and sheets that every program and system accepts. */
public final class SafeNames {
  private static final Pattern BAD_IN_SHEET = Pattern.compile("[\\[\\]:*?/\\\\\\p{Cntrl}]");
  private static final Pattern BAD_IN_FILE =
      Pattern.compile("[<>:\"/\\\\|?*\\p{Cntrl}\u202a-\u202e\u2066-\u2069]");
  private static final Pattern RESERVED =
      Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
  private static final int LONGEST_SHEET = 31;
  private static final int LONGEST_FILE = 80;

  private SafeNames() {}

  /** A sheet name: at most 31 characters, none that a program refuses, never empty. */
  public static String sheet(String name) {
    String safe = BAD_IN_SHEET.matcher(name).replaceAll("_").strip();
    safe = safe.replaceAll("^'+|'+$", "");
    if (safe.length() > LONGEST_SHEET) {
      safe = safe.substring(0, LONGEST_SHEET);
    }
    return safe.isEmpty() ? "Sheet1" : safe;
  }

  /** A file name without folders, at most 80 characters, its ending kept. */
  public static String file(String name) {
    String safe = BAD_IN_FILE.matcher(name).replaceAll("_").strip();
    safe = safe.replaceAll("^\\.+|[. ]+$", "");
    if (RESERVED.matcher(safe).matches()) {
      safe = "_" + safe;
    }
    if (safe.length() > LONGEST_FILE) {
      int dot = safe.lastIndexOf('.');
      String ending = dot > safe.length() - 8 && dot > 0 ? safe.substring(dot) : "";
      safe = safe.substring(0, LONGEST_FILE - ending.length()) + ending;
    }
    return safe.isEmpty() ? "_" : safe;
  }
}
