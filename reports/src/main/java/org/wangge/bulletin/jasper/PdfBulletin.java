package org.wangge.bulletin.jasper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import org.wangge.bulletin.Block;
import org.wangge.bulletin.BulletinPaper;
import org.wangge.bulletin.BulletinTable;
import org.wangge.bulletin.PaperForm;
import org.wangge.bulletin.Wording;

/**
 * Writes a bulletin as a PDF laid out by GB/T 9704-2012, with all fonts embedded as subsets.
 *
 * <p>Making an object loads the fonts, which takes about a second; it is meant to be made once and
 * used for every bulletin, by any number of threads at once.
 */
public final class PdfBulletin {

  private static final String CREATOR = "Wangge Workstation";

  private final Faces faces;
  private final Furniture furniture;

  /** Loads the fonts. */
  public PdfBulletin() {
    this.faces = new Faces();
    this.furniture = new Furniture(faces);
  }

  /**
   * Writes the PDF and flushes the stream; the stream stays open. Nothing is written before the
   * whole bulletin is set.
   *
   * @throws IOException if the stream refuses the bytes
   * @throws IllegalStateException if the bulletin cannot be set
   */
  public void write(BulletinPaper paper, OutputStream out) throws IOException {
    Objects.requireNonNull(out, "out");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      List<JasperPrint> parts = parts(paper);
      furniture.complete(paper, parts);
      export(paper, parts, bytes);
    } catch (JRException e) {
      throw new IllegalStateException("the bulletin could not be set: " + paper.title(), e);
    }
    bytes.writeTo(out);
    out.flush();
  }

  private List<JasperPrint> parts(BulletinPaper paper) throws JRException {
    Map<String, TableLayout> layouts = new HashMap<>();
    for (BulletinTable table : paper.tables()) {
      layouts.put(table.key(), TableLayout.of(faces, table));
    }
    List<BulletinTable> inText = new ArrayList<>();
    for (Block block : paper.blocks()) {
      if (block instanceof Block.TableReference(String key)
          && layouts.get(key).sheet() == Sheet.UPRIGHT) {
        inText.add(paper.table(key));
      }
    }
    List<BulletinTable> attached =
        paper.tables().stream().filter(table -> !inText.contains(table)).toList();

    List<JasperPrint> parts = new ArrayList<>();
    parts.add(text(paper, layouts, inText, attached));
    for (int i = 0; i < attached.size(); i++) {
      BulletinTable table = attached.get(i);
      TableDesign design = new TableDesign(faces, table, layouts.get(table.key()));
      String mark = mark(i + 1, attached.size() + 1);
      JasperReport report = design.attached(mark, Wording.month(paper.month()));
      parts.add(fill(report, Map.of(), design.rows()));
    }
    parts.add(explanations(paper, mark(attached.size() + 1, attached.size() + 1)));
    return parts;
  }

  private static String mark(int number, int of) {
    return of == 1
        ? Wording.of("attachment")
        : Wording.of("attachment.numbered", Integer.toString(number));
  }

  private JasperPrint text(
      BulletinPaper paper,
      Map<String, TableLayout> layouts,
      List<BulletinTable> inText,
      List<BulletinTable> attached)
      throws JRException {
    Flow flow = new Flow(faces);
    flow.blank(2);
    flow.title(paper.title());
    flow.blank(1);
    flow.paragraph(Wording.of("addressee", paper.addressee()), Face.FANG, "");
    for (Block block : paper.blocks()) {
      switch (block) {
        case Block.Heading heading -> flow.heading(heading.text(), headingFace(heading.level()));
        case Block.Paragraph paragraph ->
            flow.paragraph(Flow.INDENT + paragraph.text(), Face.FANG, "");
        case Block.TableReference reference -> {
          int number = inText.indexOf(paper.table(reference.key()));
          if (number >= 0) {
            flow.table(number);
          }
        }
      }
    }
    addAttachmentList(flow, attached);
    flow.closing();

    FlowDesign design = new FlowDesign(faces, "text");
    design.addHead(paper);
    design.addClosing(paper);
    Map<String, Object> parameters = new HashMap<>();
    for (int i = 0; i < inText.size(); i++) {
      BulletinTable table = inText.get(i);
      TableDesign inset = new TableDesign(faces, table, layouts.get(table.key()));
      design.addTable(i);
      parameters.put(FlowDesign.TABLE + i, inset.inset());
      parameters.put(FlowDesign.TABLE_ROWS + i, new JRMapCollectionDataSource(inset.rows()));
    }
    return fill(design.compiled(), parameters, flow.rows());
  }

  private static Face headingFace(int level) {
    return switch (level) {
      case 1 -> Face.HEI;
      case 2 -> Face.KAI;
      default -> Face.FANG;
    };
  }

  /** 附件说明 (clause 7.3.4): no mark after the names; wrapped names align with the first line. */
  private static void addAttachmentList(Flow flow, List<BulletinTable> attached) {
    List<String> names = new ArrayList<>();
    for (BulletinTable table : attached) {
      names.add(Wording.of("attachment.table", table.number(), table.title()));
    }
    names.add(Wording.of("explanations.title"));
    flow.blank(1);
    String lead = Flow.INDENT + Wording.of("attachments.lead");
    String space = "　".repeat(lead.length());
    for (int i = 0; i < names.size(); i++) {
      String item =
          names.size() == 1
              ? names.get(i)
              : Wording.of("attachments.item", Integer.toString(i + 1), names.get(i));
      String hanging = names.size() == 1 ? space : space + "　";
      flow.paragraph((i == 0 ? lead : space) + item, Face.FANG, hanging);
    }
  }

  private JasperPrint explanations(BulletinPaper paper, String mark) throws JRException {
    Flow flow = new Flow(faces);
    flow.paragraph(mark, Face.HEI, "");
    flow.blank(1);
    flow.title(Wording.of("explanations.title"));
    flow.blank(1);
    for (String explanation : paper.explanations()) {
      flow.paragraph(Flow.INDENT + explanation, Face.FANG, "");
    }
    String cutOff = Wording.cutOff(paper.fingerprint().dataCutOff());
    for (String line :
        List.of(
            Wording.of("explanations.cutoff", cutOff),
            Wording.of("explanations.parameters", paper.fingerprint().parameterVersion()),
            Wording.of("explanations.data", paper.fingerprint().dataVersion()))) {
      flow.paragraph(Flow.INDENT + line, Face.FANG, "");
    }
    return fill(new FlowDesign(faces, "explanations").compiled(), Map.of(), flow.rows());
  }

  private JasperPrint fill(
      JasperReport report, Map<String, Object> parameters, List<Map<String, ?>> rows)
      throws JRException {
    return JasperFillManager.getInstance(faces.context())
        .fill(report, new HashMap<>(parameters), new JRMapCollectionDataSource(rows));
  }

  private void export(BulletinPaper paper, List<JasperPrint> parts, OutputStream out)
      throws JRException {
    SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
    configuration.setMetadataTitle(paper.title().replace("\n", ""));
    configuration.setMetadataAuthor(paper.issuer());
    configuration.setMetadataSubject(
        paper.form() == PaperForm.DOCUMENT ? paper.number() : paper.headMark() + paper.number());
    configuration.setMetadataCreator(CREATOR);
    JRPdfExporter exporter = new JRPdfExporter(faces.context());
    exporter.setExporterInput(SimpleExporterInput.getInstance(parts));
    exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
    exporter.setConfiguration(configuration);
    exporter.exportReport();
  }
}
