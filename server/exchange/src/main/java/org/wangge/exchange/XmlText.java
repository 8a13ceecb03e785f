package org.wangge.exchange;

/** Text that may stand in a workbook's XML. */
final class XmlText {
  private static final int LONGEST_CELL = 32_767;

  private XmlText() {}

  /** The text without characters XML cannot carry, cut at what a cell can hold. */
  static String clean(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      boolean allowed =
          c == '\t'
              || c == '\n'
              || c == '\r'
              || (c >= 0x20 && c <= 0xd7ff)
              || (c >= 0xe000 && c <= 0xfffd)
              || c >= 0x10000;
      if (!allowed && out == null) {
        out = new StringBuilder(text.substring(0, i));
      } else if (allowed && out != null) {
        out.appendCodePoint(c);
      }
      i += Character.charCount(c);
    }
    String clean = out == null ? text : out.toString();
    return clean.length() <= LONGEST_CELL ? clean : clean.substring(0, LONGEST_CELL);
  }
}
