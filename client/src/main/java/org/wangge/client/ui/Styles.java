package org.wangge.client.ui;

import javafx.css.PseudoClass;

/** Names of the style classes and states of {@code workstation.css}. */
public final class Styles {
  /** An icon. */
  public static final String ICON = "icon";

  /** The one button of a view that does the usual thing. */
  public static final String PRIMARY = "accent";

  /** A button that ends or refuses something. */
  public static final String DANGER = "danger";

  /** A button without a frame. */
  public static final String FLAT = "flat";

  /** A button that looks like a link. */
  public static final String LINK = "link-button";

  /** Title of a page. */
  public static final String TITLE = "page-title";

  /** Title of a part of a page. */
  public static final String HEADING = "heading";

  /** Text of second rank. */
  public static final String MUTED = "muted";

  /** A field's label. */
  public static final String LABEL = "field-label";

  /** A value that stands as text. */
  public static final String VALUE = "field-value";

  /** A raised card. */
  public static final String CARD = "card";

  /** A filter or tag. */
  public static final String CHIP = "chip";

  /** A state in words on a light ground; together with one of the colour names. */
  public static final String STATE = "state";

  /** Colour name: good. */
  public static final String SUCCESS = "success";

  /** Colour name: to be looked at. */
  public static final String WARNING = "warning";

  /** Digits that line up. */
  public static final String FIGURES = "figures";

  /** State of a field with a sentence that stops the save. */
  public static final PseudoClass FAULT = PseudoClass.getPseudoClass("fault");

  /** State of a field with a sentence to be confirmed. */
  public static final PseudoClass DOUBT = PseudoClass.getPseudoClass("doubt");

  /** State of the chosen item. */
  public static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private Styles() {}
}
