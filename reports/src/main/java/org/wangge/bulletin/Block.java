package org.wangge.bulletin;

/** One piece of the main text of a bulletin, in reading order. */
public sealed interface Block {

  /**
   * A numbered heading. The number is part of the text, as the author wrote it.
   *
   * @param level 1 for 一、 (黑体), 2 for （一） (楷体), 3 for 1. and 4 for （1） (仿宋)
   * @param text the heading with its number, without line breaks
   */
  record Heading(int level, String text) implements Block {
    /** The deepest level GB/T 9704-2012 clause 7.3.3 knows. */
    public static final int DEEPEST = 4;

    /** Checks the level and the text. */
    public Heading {
      if (level < 1 || level > DEEPEST) {
        throw new IllegalArgumentException("heading level out of 1.." + DEEPEST + ": " + level);
      }
      text = Checks.line(text, "heading");
    }
  }

  /**
   * A paragraph of the main text; it is indented by two characters on paper.
   *
   * @param text one paragraph without line breaks
   */
  record Paragraph(String text) implements Block {
    /** Checks the text. */
    public Paragraph {
      text = Checks.line(text, "paragraph");
    }
  }

  /**
   * The place in the main text where a table stands. A table without a reference, or too wide for
   * an upright page, follows as an attachment.
   *
   * @param key the {@link BulletinTable#key() key} of a table of the same paper
   */
  record TableReference(String key) implements Block {
    /** Checks the key. */
    public TableReference {
      key = Checks.line(key, "table reference");
    }
  }
}
