package org.wangge.exchange.sheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.ss.usermodel.DateUtil;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/**
 * Office Open XML workbooks, streamed: only shared texts and the packed grid stay in memory. Every
 * inflated byte is counted, so that a zip bomb ends at the limit; document type declarations are
 * refused, so that no entity is ever followed.
 */
final class XlsxReader {
  private static final int RATIO_FROM = 16 << 20;

  private final Limits limits;
  private final XMLInputFactory xml = safeFactory();
  private long inflated;

  XlsxReader(Limits limits) {
    this.limits = limits;
  }

  private static XMLInputFactory safeFactory() {
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  List<Sheet> read(byte[] content) throws IOException {
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get()) {
      Map<String, ZipArchiveEntry> entries = entries(zip);
      String workbookPath = workbookPath(zip, entries);
      Map<String, String> targets = relations(zip, entries, relationsPath(workbookPath));
      Workbook workbook = workbook(zip, entries.get(workbookPath), targets, workbookPath);
      String[] texts = texts(zip, part(entries, workbook.sharedTexts));
      Styles styles = styles(zip, part(entries, workbook.styles));
      List<Sheet> sheets = new ArrayList<>();
      for (SheetEntry entry : workbook.sheets) {
        ZipArchiveEntry part = part(entries, entry.path);
        if (part == null) {
          continue;
        }
        SheetBuilder builder = new SheetBuilder(entry.name, entry.hidden, limits);
        new SheetXml(builder, texts, styles, workbook.from1904).read(open(zip, part));
        sheets.add(builder.build());
      }
      if (sheets.isEmpty()) {
        throw new Problem(ProblemCode.UNREADABLE_FILE);
      }
      return sheets;
    } catch (XMLStreamException e) {
      throw new Problem(ProblemCode.UNREADABLE_FILE, Map.of(), e);
    }
  }

  private Map<String, ZipArchiveEntry> entries(ZipFile zip) {
    Map<String, ZipArchiveEntry> entries = new HashMap<>();
    var all = zip.getEntries();
    while (all.hasMoreElements()) {
      ZipArchiveEntry entry = all.nextElement();
      if (entries.size() >= limits.entries()) {
        throw SheetBuilder.tooLarge("file");
      }
      if (entry.getGeneralPurposeBit().usesEncryption()) {
        throw new Problem(ProblemCode.ENCRYPTED_FILE);
      }
      // Two parts of one name: which one a program shows is anybody's guess.
      if (entries.put(key(entry.getName()), entry) != null) {
        throw new Problem(ProblemCode.UNREADABLE_FILE);
      }
    }
    return entries;
  }

  private static String key(String path) {
    String forward = path.replace('\\', '/').toLowerCase(Locale.ROOT);
    return forward.startsWith("/") ? forward.substring(1) : forward;
  }

  private static ZipArchiveEntry part(Map<String, ZipArchiveEntry> entries, String path) {
    return path == null ? null : entries.get(key(path));
  }

  private String workbookPath(ZipFile zip, Map<String, ZipArchiveEntry> entries)
      throws IOException, XMLStreamException {
    ZipArchiveEntry relations = entries.get("_rels/.rels");
    if (relations != null) {
      XMLStreamReader reader = open(zip, relations);
      while (reader.hasNext()) {
        if (next(reader) == XMLStreamConstants.START_ELEMENT
            && reader.getLocalName().equals("Relationship")
            && attribute(reader, "Type").endsWith("/officeDocument")) {
          String path = key(resolve("", attribute(reader, "Target")));
          if (entries.containsKey(path) && path.endsWith(".xml")) {
            return path;
          }
        }
      }
    }
    if (entries.containsKey("xl/workbook.xml")) {
      return "xl/workbook.xml";
    }
    throw new Problem(ProblemCode.UNREADABLE_FILE);
  }

  private static String relationsPath(String path) {
    int slash = path.lastIndexOf('/');
    return path.substring(0, slash + 1) + "_rels/" + path.substring(slash + 1) + ".rels";
  }

  private static String resolve(String base, String target) {
    if (target.startsWith("/")) {
      return target.substring(1);
    }
    String folder = base.substring(0, base.lastIndexOf('/') + 1);
    String path = target;
    while (path.startsWith("../")) {
      path = path.substring(3);
      int slash = folder.lastIndexOf('/', Math.max(0, folder.length() - 2));
      folder = folder.substring(0, slash + 1);
    }
    return folder + (path.startsWith("./") ? path.substring(2) : path);
  }

  /** Targets by relation id, and by the last word of the relation's type with a leading slash. */
  private Map<String, String> relations(
      ZipFile zip, Map<String, ZipArchiveEntry> entries, String path)
      throws IOException, XMLStreamException {
    Map<String, String> targets = new LinkedHashMap<>();
    ZipArchiveEntry part = entries.get(key(path));
    if (part == null) {
      return targets;
    }
    XMLStreamReader reader = open(zip, part);
    while (reader.hasNext()) {
      if (next(reader) == XMLStreamConstants.START_ELEMENT
          && reader.getLocalName().equals("Relationship")
          && !attribute(reader, "TargetMode").equals("External")) {
        String type = attribute(reader, "Type");
        targets.put(attribute(reader, "Id"), attribute(reader, "Target"));
        targets.put(
            type.substring(Math.max(0, type.lastIndexOf('/'))), attribute(reader, "Target"));
      }
    }
    return targets;
  }

  private record SheetEntry(String name, boolean hidden, String path) {}

  private record Workbook(
      List<SheetEntry> sheets, boolean from1904, String sharedTexts, String styles) {}

  private Workbook workbook(
      ZipFile zip, ZipArchiveEntry part, Map<String, String> targets, String path)
      throws IOException, XMLStreamException {
    List<SheetEntry> sheets = new ArrayList<>();
    boolean from1904 = false;
    XMLStreamReader reader = open(zip, part);
    while (reader.hasNext()) {
      if (next(reader) != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (reader.getLocalName()) {
        case "workbookPr" -> from1904 = isTrue(attribute(reader, "date1904"));
        case "sheet" -> {
          String target = targets.get(attribute(reader, "id"));
          if (target != null && sheets.size() < limits.sheets()) {
            String state = attribute(reader, "state");
            sheets.add(
                new SheetEntry(
                    attribute(reader, "name"),
                    state.equals("hidden") || state.equals("veryHidden"),
                    resolve(path, target)));
          }
        }
        default -> {}
      }
    }
    String shared = targets.get("/sharedStrings");
    String styles = targets.get("/styles");
    return new Workbook(
        sheets,
        from1904,
        shared == null ? null : resolve(path, shared),
        styles == null ? null : resolve(path, styles));
  }

  private String[] texts(ZipFile zip, ZipArchiveEntry part) throws IOException, XMLStreamException {
    if (part == null) {
      return new String[0];
    }
    List<String> texts = new ArrayList<>();
    long characters = 0;
    XMLStreamReader reader = open(zip, part);
    while (reader.hasNext()) {
      if (next(reader) == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("si")) {
        String text = richText(reader, "si", limits.cellCharacters());
        characters += text.length() + 24L;
        if (characters * 2 > limits.sheetBytes()) {
          throw SheetBuilder.tooLarge("file");
        }
        texts.add(text);
      }
    }
    return texts.toArray(String[]::new);
  }

  /** Text of the runs up to the end of {@code element}, without phonetic hints. */
  static String richText(XMLStreamReader reader, String element, int limit)
      throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int phonetic = 0;
    while (reader.hasNext()) {
      int event = next(reader);
      if (event == XMLStreamConstants.START_ELEMENT) {
        String name = reader.getLocalName();
        if (name.equals("rPh")) {
          phonetic++;
        } else if (name.equals("t") && phonetic == 0) {
          text.append(unescape(reader.getElementText()));
          if (text.length() > limit) {
            throw SheetBuilder.tooLarge("cell");
          }
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (reader.getLocalName().equals("rPh")) {
          phonetic--;
        } else if (reader.getLocalName().equals(element)) {
          return text.toString();
        }
      }
    }
    return text.toString();
  }

  /** {@code _x000D_} stands for a character XML cannot carry. */
  private static String unescape(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("_x", i) && i + 7 <= text.length() && text.charAt(i + 6) == '_') {
        try {
          plain.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
          i += 6;
          continue;
        } catch (NumberFormatException e) {
          // Not an escape after all: kept as it stands.
        }
      }
      plain.append(text.charAt(i));
    }
    return plain.toString();
  }

  /** What number formats say about cells, by style index. */
  static final class Styles {
    private final boolean[] date;
    private final int[] zeros;

    Styles(boolean[] date, int[] zeros) {
      this.date = date;
      this.zeros = zeros;
    }

    boolean isDate(int style) {
      return style >= 0 && style < date.length && date[style];
    }

    /** Digits the format fills up with zeros; 0 = none. */
    int zeros(int style) {
      return style >= 0 && style < zeros.length ? zeros[style] : 0;
    }
  }

  private Styles styles(ZipFile zip, ZipArchiveEntry part) throws IOException, XMLStreamException {
    Map<Integer, String> formats = new HashMap<>();
    List<Integer> ids = new ArrayList<>();
    if (part != null) {
      XMLStreamReader reader = open(zip, part);
      boolean inCells = false;
      while (reader.hasNext()) {
        int event = next(reader);
        if (event == XMLStreamConstants.START_ELEMENT) {
          switch (reader.getLocalName()) {
            case "numFmt" ->
                formats.put(
                    integer(attribute(reader, "numFmtId"), 0), attribute(reader, "formatCode"));
            case "cellXfs" -> inCells = true;
            case "xf" -> {
              if (inCells && ids.size() < 65_536) {
                ids.add(integer(attribute(reader, "numFmtId"), 0));
              }
            }
            default -> {}
          }
        } else if (event == XMLStreamConstants.END_ELEMENT
            && reader.getLocalName().equals("cellXfs")) {
          inCells = false;
        }
      }
    }
    boolean[] date = new boolean[ids.size()];
    int[] zeros = new int[ids.size()];
    for (int i = 0; i < ids.size(); i++) {
      String pattern = formats.getOrDefault(ids.get(i), "");
      date[i] = isDate(ids.get(i), pattern);
      zeros[i] = pattern.matches("0{2,18}") ? pattern.length() : 0;
    }
    return new Styles(date, zeros);
  }

  /** Whether a number format shows dates; 27–36 and 50–58 are the Chinese built-in ones. */
  static boolean isDate(int id, String pattern) {
    if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) {
      return true;
    }
    return pattern.isEmpty()
        ? DateUtil.isInternalDateFormat(id)
        : DateUtil.isADateFormat(id, pattern);
  }

  private XMLStreamReader open(ZipFile zip, ZipArchiveEntry entry)
      throws IOException, XMLStreamException {
    return xml.createXMLStreamReader(new Counted(zip.getInputStream(entry), entry));
  }

  static int next(XMLStreamReader reader) throws XMLStreamException {
    int event = reader.next();
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new Problem(ProblemCode.UNREADABLE_FILE);
    }
    return event;
  }

  /** The attribute of this local name, whatever its namespace; empty when absent. */
  static String attribute(XMLStreamReader reader, String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return "";
  }

  static int integer(String text, int otherwise) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  static boolean isTrue(String text) {
    return text.equals("1") || text.equals("true");
  }

  /** Counts what comes out of the zip and stops a bomb. */
  private final class Counted extends FilterInputStream {
    private final long packed;
    private long count;

    Counted(InputStream in, ZipArchiveEntry entry) {
      super(in);
      this.packed = Math.max(1, entry.getCompressedSize());
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      if (value >= 0) {
        count(1);
      }
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      if (read > 0) {
        count(read);
      }
      return read;
    }

    private void count(int bytes) {
      count += bytes;
      inflated += bytes;
      if (inflated > limits.inflatedBytes()
          || (count > RATIO_FROM && count / packed > limits.inflationRatio())) {
        throw SheetBuilder.tooLarge("file");
      }
    }
  }
}
