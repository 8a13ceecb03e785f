package org.wangge.bulletin.jasper;

/**
 * The A4 sheet of GB/T 9704-2012 clause 5 in points, in the two positions in which a page is read.
 * The report engine places elements on whole points; the error stays under 0.2 mm.
 *
 * <p>Lying, the sheet is turned clockwise for reading, so the head of a table is at the left edge
 * of the sheet: at the binding on odd pages, at the cut on even pages (clause 7.3.7).
 */
enum Sheet {
  /** 天头 37 mm, 订口 28 mm, type area 156 mm by 225 mm. */
  UPRIGHT(595, 842, 79, 105, 442, 638),
  /** The same type area after the turn. */
  LYING(842, 595, 99, 79, 638, 442);

  /** Points of a millimetre. */
  static final double MM = 72 / 25.4;

  /** 3号, the size of the main text: 28 characters in 156 mm. */
  static final double SIZE_3 = 15.75;

  /** 2号, the size of titles. */
  static final double SIZE_2 = 22;

  /** 4号, the size of the imprint and of page numbers. */
  static final float SIZE_4 = 14;

  /** Height of a line: 22 lines in 225 mm. */
  static final int LINE = 29;

  final int pageWidth;
  final int pageHeight;
  final int left;
  final int top;
  final int width;
  final int height;

  Sheet(int pageWidth, int pageHeight, int left, int top, int width, int height) {
    this.pageWidth = pageWidth;
    this.pageHeight = pageHeight;
    this.left = left;
    this.top = top;
    this.width = width;
    this.height = height;
  }

  /** Lower edge of the type area. */
  int bottom() {
    return top + height;
  }

  /** Right edge of the type area. */
  int right() {
    return left + width;
  }
}
