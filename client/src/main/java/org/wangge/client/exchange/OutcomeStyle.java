package org.wangge.client.exchange;

import org.wangge.client.ui.Icon;
import org.wangge.client.ui.Styles;

/** Colour and icon of what becomes of a row. */
record OutcomeStyle(Icon icon, String style) {
  static OutcomeStyle of(String outcome) {
    return switch (outcome) {
      case "create" -> new OutcomeStyle(Icon.ADD, Styles.SUCCESS);
      case "change" -> new OutcomeStyle(Icon.EDIT, "info");
      case "same" -> new OutcomeStyle(Icon.CHECK, "plain");
      case "refuse" -> new OutcomeStyle(Icon.ERROR, "danger");
      case "ask" -> new OutcomeStyle(Icon.HELP, Styles.WARNING);
      default -> new OutcomeStyle(Icon.WORKBOOK, "plain");
    };
  }
}
