package org.wangge.bulletin.jasper;

import java.awt.Color;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignElement;
import net.sf.jasperreports.engine.design.JRDesignExpression;
import net.sf.jasperreports.engine.design.JRDesignField;
import net.sf.jasperreports.engine.design.JRDesignLine;
import net.sf.jasperreports.engine.design.JRDesignParameter;
import net.sf.jasperreports.engine.design.JRDesignSection;
import net.sf.jasperreports.engine.design.JRDesignStaticText;
import net.sf.jasperreports.engine.design.JRDesignStyle;
import net.sf.jasperreports.engine.design.JRDesignTextElement;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.OrientationEnum;
import net.sf.jasperreports.engine.type.SplitTypeEnum;
import net.sf.jasperreports.engine.type.VerticalTextAlignEnum;

/**
 * The small pieces of which report designs are put together. All expressions name one field or
 * parameter, which the engine evaluates directly; so a design needs no Java compiler.
 */
final class Parts {

  /** Red of the head and its line. */
  static final Color RED = new Color(0xFF, 0, 0);

  /** Markup language of {@link Faces#markup}. */
  static final String STYLED = "styled";

  private Parts() {}

  /** A design for one sheet; all elements inherit 宋体. */
  static JasperDesign page(String name, Sheet sheet) throws JRException {
    JasperDesign design = empty(name);
    design.setPageWidth(sheet.pageWidth);
    design.setPageHeight(sheet.pageHeight);
    design.setOrientation(
        sheet == Sheet.LYING ? OrientationEnum.LANDSCAPE : OrientationEnum.PORTRAIT);
    design.setColumnWidth(sheet.width);
    design.setLeftMargin(sheet.left);
    design.setRightMargin(sheet.pageWidth - sheet.right());
    design.setTopMargin(sheet.top);
    design.setBottomMargin(sheet.pageHeight - sheet.bottom());
    return design;
  }

  /** A design that stands inside another one. */
  static JasperDesign inset(String name, int width) throws JRException {
    JasperDesign design = empty(name);
    design.setPageWidth(width);
    design.setPageHeight(Sheet.UPRIGHT.height);
    design.setColumnWidth(width);
    design.setLeftMargin(0);
    design.setRightMargin(0);
    design.setTopMargin(0);
    design.setBottomMargin(0);
    return design;
  }

  private static JasperDesign empty(String name) throws JRException {
    JasperDesign design = new JasperDesign();
    design.setName(name);
    // The engine writes an anchor in the default font on each page; it must be an embedded one.
    JRDesignStyle style = new JRDesignStyle();
    style.setName("base");
    style.setDefault(true);
    style.setFontName(Face.SONG.family());
    design.addStyle(style);
    design.setDefaultStyle(style);
    return design;
  }

  static JasperReport compile(JasperReportsContext context, JasperDesign design)
      throws JRException {
    return JasperCompileManager.getInstance(context).compile(design);
  }

  static void field(JasperDesign design, String name, Class<?> type) throws JRException {
    JRDesignField field = new JRDesignField();
    field.setName(name);
    field.setValueClass(type);
    design.addField(field);
  }

  static void parameter(JasperDesign design, String name, Class<?> type) throws JRException {
    JRDesignParameter parameter = new JRDesignParameter();
    parameter.setName(name);
    parameter.setValueClass(type);
    design.addParameter(parameter);
  }

  static JRDesignExpression fieldValue(String name) {
    return new JRDesignExpression("$F{" + name + "}");
  }

  static JRDesignExpression parameterValue(String name) {
    return new JRDesignExpression("$P{" + name + "}");
  }

  /** A band that is never cut by a page end. */
  static JRDesignBand band(int height) {
    JRDesignBand band = new JRDesignBand();
    band.setHeight(height);
    band.setSplitType(SplitTypeEnum.PREVENT);
    return band;
  }

  /** Adds a detail band that is printed for rows in which the Boolean field is true. */
  static void detail(JasperDesign design, JRDesignBand band, String when) {
    band.setPrintWhenExpression(fieldValue(when));
    ((JRDesignSection) design.getDetailSection()).addBand(band);
  }

  static <E extends JRDesignElement> E at(E element, int x, int y, int width, int height) {
    element.setX(x);
    element.setY(y);
    element.setWidth(width);
    element.setHeight(height);
    return element;
  }

  /** Fixed words, given as markup. */
  static JRDesignStaticText words(String markup, HorizontalTextAlignEnum align) {
    JRDesignStaticText text = new JRDesignStaticText();
    text.setText(markup);
    text.setMarkup(STYLED);
    align(text, align);
    return text;
  }

  /** A place for the markup in a field of the row; empty where the field is null. */
  static JRDesignTextField place(String field, HorizontalTextAlignEnum align) {
    JRDesignTextField text = new JRDesignTextField();
    text.setExpression(fieldValue(field));
    text.setMarkup(STYLED);
    text.setBlankWhenNull(true);
    align(text, align);
    return text;
  }

  private static void align(JRDesignTextElement text, HorizontalTextAlignEnum align) {
    text.setHorizontalTextAlign(align);
    text.setVerticalTextAlign(VerticalTextAlignEnum.MIDDLE);
  }

  /** A horizontal rule. */
  static JRDesignLine rule(Color color, float thickness) {
    JRDesignLine line = new JRDesignLine();
    line.getLinePen().setLineColor(color);
    line.getLinePen().setLineWidth(thickness);
    return line;
  }
}
