package org.wangge.exchange;

import java.util.Optional;

/** Names of areas as spreadsheets write them, into codes. */
public interface Places {
  /** 12-digit code of the village meant; empty when unknown or not clear. */
  Optional<String> village(String text);

  /** The one village named within a longer text, such as a title; empty when none or several. */
  Optional<String> villageWithin(String text);

  /**
   * 15-digit code of the grid meant. A numbered grid (第一网格, 1网格, 第01网格) has a code whether it is
   * registered or not; a named one only when it is.
   */
  Optional<String> grid(String village, String text);

  /** Statistics place code of 6, 9 or 12 digits for a code or a full name; empty when unknown. */
  Optional<String> place(String text);

  /** Name to show for a code of any length; the code itself when unknown. */
  String nameOf(String code);
}
