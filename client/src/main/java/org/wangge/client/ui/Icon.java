package org.wangge.client.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/**
 * Icons of the workstation. They take the colour of the text beside them and grow with it. Their
 * outlines stand in {@code icons.properties}.
 */
public enum Icon {
  ACCOUNT,
  ADD,
  ALERT,
  ARRIVE,
  BUILDINGS,
  BULLETIN,
  CANCEL,
  CHECK,
  CLOCK,
  CLOSE,
  CONNECTED,
  CONTRAST,
  DOWN,
  DOWNLOAD,
  EDIT,
  ENTERPRISE,
  ERROR,
  EVENT,
  EXCHANGE,
  EYE,
  EYE_OFF,
  FILTER,
  HEART,
  HELP,
  HISTORY,
  HOME,
  INBOX,
  INFO,
  KEY,
  LEFT,
  LOCK,
  MENU,
  MORE,
  OFFLINE,
  OPEN,
  ORGANISATION,
  OUTBOX,
  PDF,
  PEOPLE,
  PIN,
  PIN_OUTLINE,
  PRINT,
  RESTORE,
  RIGHT,
  ROAD,
  SAVE,
  SCHOOL,
  SEARCH,
  SETTINGS,
  SHIELD,
  SIGN_OUT,
  SPECIAL,
  SWAP,
  SYNC,
  TEXT_SIZE,
  TODO,
  UNSAVED,
  UP,
  UPLOAD,
  WORKBOOK;

  private static final Properties OUTLINES = load();

  private static Properties load() {
    Properties outlines = new Properties();
    try (InputStream in = Icon.class.getResourceAsStream("icons.properties")) {
      outlines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return outlines;
  }

  /** The outline as an SVG path in a square of 24 units. */
  public String outline() {
    return OUTLINES.getProperty(name().toLowerCase(Locale.ROOT));
  }

  /** A new node that shows the icon; readers of the screen skip it, the word beside it counts. */
  public Region node() {
    SVGPath shape = new SVGPath();
    // Two specks in the corners make every outline as large as its square, so that icons line up.
    shape.setContent("M0 0h.01v.01zM24 24h-.01v-.01z" + outline());
    Region node = new Region();
    node.setShape(shape);
    node.setScaleShape(true);
    node.getStyleClass().add(Styles.ICON);
    node.setMouseTransparent(true);
    return node;
  }
}
