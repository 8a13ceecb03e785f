package org.wangge.bulletin.jasper;

/** The five faces of an official document, by their role in GB/T 9704-2012. */
enum Face {
  /** 仿宋: the main text. */
  FANG("Wangge Fangsong", "FandolFang-Regular.otf"),
  /** 楷体: headings of the second level. */
  KAI("Wangge Kai", "FandolKai-Regular.otf"),
  /** 黑体: headings of the first level, table heads. */
  HEI("Wangge Hei", "NotoSansSC-Medium.ttf"),
  /** 宋体: tables, page numbers, Latin letters and digits; holds every rare character. */
  SONG("Wangge Song", "NotoSerifSC-Regular.ttf"),
  /** 小标宋: the red head and the titles. */
  TITLE("Wangge Biaosong", "NotoSerifSC-Bold.ttf");

  private static final String FOLDER = "org/wangge/bulletin/fonts/";

  private final String family;
  private final String file;

  Face(String family, String file) {
    this.family = family;
    this.file = file;
  }

  /** The name under which the report engine knows the face. */
  String family() {
    return family;
  }

  /** The font file on the class path. */
  String location() {
    return FOLDER + file;
  }
}
