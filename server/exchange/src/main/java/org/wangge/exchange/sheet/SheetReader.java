package org.wangge.exchange.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/**
 * Reads a file into grids. What it is, is told by its content, never by its name: villages rename
 * files freely.
 */
public final class SheetReader {
  private final Limits limits;

  /** A reader with these limits. */
  public SheetReader(Limits limits) {
    this.limits = limits;
  }

  /**
   * All sheets of a file, hidden ones too, in the sender's order.
   *
   * @param name file name as sent; names the sheet of a text file
   * @param content bytes of the file
   * @throws Problem EMPTY_FILE, ENCRYPTED_FILE, UNREADABLE_FILE or TOO_LARGE
   */
  public List<Sheet> read(String name, byte[] content) {
    if (content.length == 0) {
      throw new Problem(ProblemCode.EMPTY_FILE);
    }
    if (content.length > limits.fileBytes()) {
      throw SheetBuilder.tooLarge("file");
    }
    List<Sheet> sheets;
    try {
      sheets =
          switch (Format.of(content)) {
            case ZIP -> new XlsxReader(limits).read(content);
            case OLE2 -> new XlsReader(limits).read(content);
            case TEXT -> List.of(new TextReader(limits).read(name, content));
            case OTHER -> throw new Problem(ProblemCode.UNREADABLE_FILE);
          };
    } catch (Problem e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Whatever a damaged file does to a parser, the sender learns one thing: it cannot be read.
      throw unreadable(e);
    } catch (StackOverflowError | OutOfMemoryError e) {
      throw unreadable(e);
    }
    if (sheets.stream().allMatch(sheet -> sheet.size() == 0)) {
      throw new Problem(ProblemCode.EMPTY_FILE);
    }
    return sheets;
  }

  /**
   * All sheets of a file.
   *
   * @throws Problem as {@link #read(String, byte[])}; NOT_FOUND when there is no such file
   */
  public List<Sheet> read(Path file) {
    return read(String.valueOf(file.getFileName()), bytes(file));
  }

  /**
   * The bytes of a file within the limits.
   *
   * @throws Problem TOO_LARGE; NOT_FOUND when there is no such file
   */
  public byte[] bytes(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new Problem(ProblemCode.NOT_FOUND, java.util.Map.of("what", file.toString()));
      }
      if (Files.size(file) > limits.fileBytes()) {
        throw SheetBuilder.tooLarge("file");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static Problem unreadable(Throwable cause) {
    return new Problem(ProblemCode.UNREADABLE_FILE, java.util.Map.of(), cause);
  }

  /** What the first bytes say. */
  private enum Format {
    ZIP,
    OLE2,
    TEXT,
    OTHER;

    static Format of(byte[] content) {
      if (startsWith(content, 0x50, 0x4b, 0x03, 0x04)
          || startsWith(content, 0x50, 0x4b, 0x05, 0x06)) {
        return ZIP;
      }
      if (startsWith(content, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) {
        return OLE2;
      }
      return TextReader.looksLikeText(content) ? TEXT : OTHER;
    }

    private static boolean startsWith(byte[] content, int... magic) {
      if (content.length < magic.length) {
        return false;
      }
      for (int i = 0; i < magic.length; i++) {
        if ((content[i] & 0xff) != magic[i]) {
          return false;
        }
      }
      return true;
    }
  }
}
