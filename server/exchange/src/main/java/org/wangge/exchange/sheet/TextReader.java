package org.wangge.exchange.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/**
 * Delimited text: UTF-8 with and without mark, UTF-16 with mark, GB18030 (and GBK, GB2312 within
 * it); separated by comma, tab or semicolon; fields may be quoted and hold line breaks.
 */
final class TextReader {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final char[] SEPARATORS = {',', '\t', ';', '，', '|'};
  private static final int SAMPLE_LINES = 30;

  private final Limits limits;

  TextReader(Limits limits) {
    this.limits = limits;
  }

  /** Whether bytes can be text at all: no NUL and next to no control characters. */
  static boolean looksLikeText(byte[] content) {
    if (hasUtf16Mark(content)) {
      return true;
    }
    int controls = 0;
    int length = Math.min(content.length, 1 << 16);
    for (int i = 0; i < length; i++) {
      int value = content[i] & 0xff;
      if (value == 0) {
        return false;
      }
      if (value < 0x20 && value != '\t' && value != '\n' && value != '\r' && value != 0x1a) {
        controls++;
      }
    }
    return controls * 200 <= length;
  }

  Sheet read(String name, byte[] content) {
    String text = decode(content);
    SheetBuilder sheet = new SheetBuilder(withoutExtension(name), false, limits);
    split(text, separator(text), sheet);
    return sheet.build();
  }

  private static String decode(byte[] content) {
    if (hasUtf16Mark(content)) {
      boolean big = (content[0] & 0xff) == 0xfe;
      return strict(content, 2, big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE, true);
    }
    int start = hasUtf8Mark(content) ? 3 : 0;
    String utf8 = strict(content, start, StandardCharsets.UTF_8, start > 0);
    return utf8 != null ? utf8 : strict(content, start, GB18030, true);
  }

  private static String strict(byte[] content, int start, Charset charset, boolean last) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(content, start, content.length - start))
          .toString();
    } catch (CharacterCodingException e) {
      if (last) {
        throw new Problem(ProblemCode.UNREADABLE_FILE, java.util.Map.of(), e);
      }
      return null;
    }
  }

  private static boolean hasUtf8Mark(byte[] content) {
    return content.length >= 3
        && (content[0] & 0xff) == 0xef
        && (content[1] & 0xff) == 0xbb
        && (content[2] & 0xff) == 0xbf;
  }

  private static boolean hasUtf16Mark(byte[] content) {
    return content.length >= 2
        && (((content[0] & 0xff) == 0xff && (content[1] & 0xff) == 0xfe)
            || ((content[0] & 0xff) == 0xfe && (content[1] & 0xff) == 0xff));
  }

  /**
   * The separator that splits the first lines into the most fields, seen alike on most of them. A
   * line counts outside quotes only.
   */
  private static char separator(String text) {
    char best = ',';
    long bestScore = 0;
    for (char candidate : SEPARATORS) {
      List<Integer> counts = new ArrayList<>();
      boolean quoted = false;
      int count = 0;
      for (int i = 0; i < text.length() && counts.size() < SAMPLE_LINES; i++) {
        char c = text.charAt(i);
        if (c == '"') {
          quoted = !quoted;
        } else if (!quoted && c == candidate) {
          count++;
        } else if (!quoted && c == '\n') {
          counts.add(count);
          count = 0;
        }
      }
      counts.add(count);
      long score = 0;
      for (int value : counts) {
        long alike = counts.stream().filter(other -> other == value).count();
        score = Math.max(score, value * alike);
      }
      // The first candidates are the usual ones and win unless clearly beaten.
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  private static void split(String text, char separator, SheetBuilder sheet) {
    int row = 1;
    int column = 1;
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    boolean wasQuoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c != '"') {
          field.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          field.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"' && !wasQuoted && isFormulaMark(field)) {
        // ="0123" is how people keep leading zeros in such files.
        field.setLength(0);
        quoted = true;
        wasQuoted = true;
      } else if (c == separator) {
        sheet.text(row, column++, field.toString(), false);
        field.setLength(0);
        wasQuoted = false;
      } else if (c == '\n' || c == '\r') {
        sheet.text(row, column, field.toString(), false);
        field.setLength(0);
        wasQuoted = false;
        column = 1;
        row++;
        if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
          i++;
        }
      } else if (c != 0x1a) {
        field.append(c);
      }
    }
    sheet.text(row, column, field.toString(), false);
  }

  private static boolean isFormulaMark(CharSequence field) {
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c != '=' && !Character.isWhitespace(c)) {
        return false;
      }
    }
    return true;
  }

  private static String withoutExtension(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
